import type { Word } from "../parse/layers.ts";
import type { Slot } from "../what/index.ts";
import type { Trigger } from "../what/layers.ts";
import { isPassive, logicalObjects, logicalSubjects } from "./clause.ts";
import type { Tree } from "./tree.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET"]);

/**
 * The words that fill a slot of a trigger's frame, coordination expanded ("the army and the police"), in the order of the text. The
 * notation of slots is that of `lexicon/events/README.md`.
 */
export function slotFillers(tree: Tree, trigger: Trigger, slot: Slot): readonly Word[] {
  const found = trigger.words.flatMap((index) => fillersAt(tree, tree.words[index]!, slot, trigger));
  const carriers = new Set(trigger.words.filter((i, k) => k === 0 || tree.words[i]!.upos === "VERB"));
  const outside = found.filter((w) => !carriers.has(w.index));
  // "came under shelling and air strikes by the army and militias": what stands beside the event noun is no participant of the light verb.
  const lists = outside.map((w) => withConjuncts(tree, w)).filter((list) => !list.some((w) => carriers.has(w.index)));
  const all = lists.flat().filter((w) => NOMINAL.has(w.upos));
  return [...new Map(all.map((w) => [w.index, w])).values()].sort((a, b) => a.index - b.index);
}

function fillersAt(tree: Tree, word: Word, slot: Slot, trigger: Trigger): readonly Word[] {
  const isVerb = word.upos === "VERB" || word.upos === "AUX";
  switch (slot) {
    case "subj":
      return isVerb ? logicalSubjects(tree, word) : copularSubject(tree, word);
    case "obj":
      return isVerb ? [...logicalObjects(tree, word), ...ownPreposition(tree, word, trigger)] : [];
    case "iobj":
      return tree.childrenBy(word.index, "iobj");
    case "poss":
      return isVerb ? logicalSubjects(tree, word) : [...tree.childrenBy(word.index, "nmod:poss"), ...possOfKind(tree, word)];
    case "amod":
      return isVerb ? [] : tree.childrenBy(word.index, "amod").filter((w) => w.upos === "PROPN" || /^\p{Lu}/u.test(w.text));
    case "compound":
      return isVerb ? [] : tree.childrenBy(word.index, "compound", "flat").filter((w) => w.index < word.index);
    case "light:subj":
      return isVerb ? logicalSubjects(tree, word) : lightSubjects(tree, word, trigger);
    case "xcomp":
    case "ccomp":
    case "acl":
    case "advcl":
      return [];
    case "nmod:of":
      // A noun of the lexicon that is a gerund here, "accused them of shelling a village", has an object instead of an of-phrase.
      return isVerb ? [...logicalObjects(tree, word), ...prepositional(tree, word, "of")] : prepositional(tree, word, "of");
    default:
      return prepositional(tree, word, slot.slice(slot.indexOf(":") + 1));
  }
}

/** The object of a verb with a preposition of its own, "stands by Iraq", "called on all parties": the preposition is part of the trigger. */
function ownPreposition(tree: Tree, verb: Word, trigger: Trigger): readonly Word[] {
  return tree
    .children(verb.index)
    .filter((w) => w.relation.startsWith("obl") && tree.childrenBy(w.index, "case").some((c) => trigger.words.includes(c.index)));
}

/** "The group was behind the attack": the subject of a predicate noun or adjective. */
function copularSubject(tree: Tree, word: Word): readonly Word[] {
  return tree.childrenBy(word.index, "cop").length > 0 ? tree.childrenBy(word.index, "nsubj") : [];
}

/** Verbs that make their subject the doer of the event noun they govern, whether or not the lexicon joined them to it. */
const DOES = new Set(
  (
    "carry conduct launch stage mount perpetrate commit wage undertake execute perform unleash orchestrate plot plan organize organise lead engage " +
    "join start begin commence initiate resume continue intensify escalate order pursue repeat make do hold host attend convene participate"
  ).split(" "),
);

/** "The group carried out the attack": who does the verb that has the event noun as its object. */
function lightSubjects(tree: Tree, noun: Word, trigger: Trigger): readonly Word[] {
  if (noun.head < 0) return [];
  if (noun.relation === "conj") return lightSubjects(tree, tree.words[noun.head]!, trigger);
  const verb = tree.words[noun.head]!;
  if (verb.upos !== "VERB" || (!trigger.words.includes(verb.index) && !DOES.has(verb.lemma))) return [];
  const undergoes =
    noun.relation === "obj" || noun.relation === "nsubj:pass" || (noun.relation.startsWith("obl") && !isPassive(tree, verb));
  return undergoes ? logicalSubjects(tree, verb).filter((w) => w.index !== noun.index) : [];
}

/** Dependents marked by a preposition. Where the parser hangs a phrase, on the verb or on the noun, does not matter here. */
function prepositional(tree: Tree, word: Word, preposition: string): readonly Word[] {
  const under = [...tree.children(word.index)];
  // "requested support from the Coalition": what is asked for carries whom it is asked of.
  if (word.upos === "VERB" && preposition !== "of")
    for (const object of tree.childrenBy(word.index, "obj")) under.push(...tree.childrenBy(object.index, "nmod"));
  if (word.upos !== "VERB")
    under.push(...aboveNoun(tree, word, preposition), ...behindAgent(tree, word, preposition), ...besideKind(tree, word, preposition));
  return under
    .filter((w) => (w.relation.startsWith("obl") || w.relation.startsWith("nmod") || w.relation === "obj") && w.relation !== "nmod:poss")
    .filter((w) => tree.marker(w.index) === preposition || (preposition === "between" && tree.marker(w.index) === "among"));
}

/** "A series of meetings will take place between …": what depends on the noun of number above it or on the verb it is subject of. */
function aboveNoun(tree: Tree, noun: Word, preposition: string): readonly Word[] {
  if (noun.head < 0 || (preposition !== "between" && preposition !== "with" && preposition !== "among")) return [];
  const head = tree.words[noun.head]!;
  if (head.upos === "NOUN" && /^(?:series|round|number|wave|string|spate)$/.test(head.lemma))
    return [...tree.children(head.index), ...aboveNoun(tree, head, preposition)];
  if (head.upos !== "VERB" || !/^(?:nsubj|obj)/.test(noun.relation)) return [];
  return [...tree.children(head.index), ...tree.childrenBy(head.index, "obj").flatMap((o) => (o === noun ? [] : tree.children(o.index)))];
}

/** "the regime's bombing campaign": the owner of the noun that the event noun is a kind of. */
function possOfKind(tree: Tree, noun: Word): readonly Word[] {
  return noun.relation === "compound" && noun.head > noun.index ? tree.childrenBy(noun.head, "nmod:poss") : [];
}

/** "strike missions against the group": the noun that the event noun is a kind of carries the phrase. */
function besideKind(tree: Tree, noun: Word, preposition: string): readonly Word[] {
  if (noun.relation !== "compound" || noun.head < noun.index || !/^(?:on|against)$/.test(preposition)) return [];
  return tree.children(noun.head).filter((w) => w.index > noun.head);
}

/** "an attack by the group on a church": what a parser has hung on whoever did it belongs to the deed. */
function behindAgent(tree: Tree, noun: Word, preposition: string): readonly Word[] {
  if (preposition !== "on" && preposition !== "against") return [];
  return tree
    .childrenBy(noun.index, "nmod")
    .filter((w) => w.index > noun.index && tree.marker(w.index) === "by")
    .flatMap((agent) => tree.childrenBy(agent.index, "nmod"));
}

export function withConjuncts(tree: Tree, word: Word): readonly Word[] {
  return [
    word,
    ...tree
      .childrenBy(word.index, "conj")
      .filter((w) => NOMINAL.has(w.upos))
      .flatMap((w) => withConjuncts(tree, w)),
  ];
}

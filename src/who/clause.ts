import type { Word } from "../parse/layers.ts";
import type { Tree } from "./tree.ts";

/**
 * Who does and who undergoes, for a verb in any form: active and passive, participles, relative clauses, coordination, control.
 * "Logical" subject and object are Universal Dependencies' nsubj and obj after voice and control are undone.
 */

/** Matrix verbs whose object, not whose subject, does what the infinitive says: "urged X to leave" (object control). */
const OBJECT_CONTROL = new Set(
  (
    "advise allow ask authorize authorise beg bribe call cause challenge coerce command compel convince dare direct enable encourage enlist entice " +
    "exhort expect forbid force get help implore incite induce influence inspire instruct invite lead lobby mobilize motivate oblige order permit " +
    "persuade press pressure prod prompt provoke push recruit remind request require see send summon teach tell tempt train urge want warn"
  ).split(" "),
);

/** Verbs of which the object is said to have done, or is to leave off, what follows: "accused X of shelling", "stopped X from crossing". */
const OBJECT_DOES = new Set(
  "accuse suspect convict blame condemn criticise criticize denounce charge stop prevent keep ban bar dissuade deter discourage".split(" "),
);

/** Verbs of being that a parser may take to govern a clause: "remain firmly committed". */
const REMAINS = new Set(["remain", "stay", "become", "seem", "appear", "be"]);

const RELATIVE = new Set(["who", "which", "that", "whom"]);

/** Whether a verb is passive: a passive subject or auxiliary, or a past participle that modifies what it was done to. */
export function isPassive(tree: Tree, verb: Word): boolean {
  if (tree.childrenBy(verb.index, "nsubj:pass", "aux:pass", "csubj:pass").length > 0) return true;
  if (verb.xpos !== "VBN") return false;
  if (tree.childrenBy(verb.index, "obj").length > 0) return false;
  if (verb.relation === "acl") return true;
  if (verb.relation === "advcl") return tree.childrenBy(verb.index, "aux").length === 0;
  if (verb.relation === "conj" && verb.head >= 0 && tree.childrenBy(verb.index, "nsubj", "aux").length === 0)
    return isPassive(tree, tree.words[verb.head]!);
  return (
    tree.childrenBy(verb.index, "nsubj", "aux").length === 0 &&
    tree.children(verb.index).some((w) => w.relation.startsWith("obl") && tree.marker(w.index) === "by")
  );
}

/** Those who do what the verb says; empty when the text leaves them out. Depth bounds the climb through control and coordination. */
export function logicalSubjects(tree: Tree, verb: Word, depth = 0): readonly Word[] {
  if (isPassive(tree, verb)) {
    const agents = agentsOf(tree, verb);
    if (agents.length > 0) return agents;
    // "was bombed and killed by aircraft": the agent follows the last of the coordinated verbs.
    const later = tree.childrenBy(verb.index, "conj").filter((w) => w.upos === "VERB" && w.index - verb.index <= 3 && isPassive(tree, w));
    return later.flatMap((w) => agentsOf(tree, w));
  }
  return surfaceSubjects(tree, verb, depth);
}

function agentsOf(tree: Tree, verb: Word): readonly Word[] {
  return tree
    .children(verb.index)
    .filter((w) => w.relation === "obl:agent" || (w.relation.startsWith("obl") && tree.marker(w.index) === "by" && !isTemporal(w)));
}

/** Those that the verb is done to. */
export function logicalObjects(tree: Tree, verb: Word, depth = 0): readonly Word[] {
  if (isPassive(tree, verb)) {
    if (verb.relation === "acl" && tree.childrenBy(verb.index, "nsubj:pass").length === 0) return governor(tree, verb);
    return surfaceSubjects(tree, verb, depth);
  }
  const objects = [...tree.childrenBy(verb.index, "obj"), ...boundedObjects(tree, verb)].map((w) => resolveRelative(tree, w, verb));
  if (objects.length > 0) return objects;
  // "killed and wounded ten": the object follows the last of the coordinated verbs.
  const later = tree.children(verb.index).filter((w) => w.relation === "conj" && w.upos === "VERB" && w.index - verb.index <= 3);
  for (const conjunct of later) {
    const shared = tree.childrenBy(conjunct.index, "obj");
    if (shared.length > 0) return shared;
  }
  // A reduced object relative ("the base they attacked"): the noun that the clause modifies.
  if (
    verb.relation === "acl:relcl" &&
    tree.childrenBy(verb.index, "nsubj").length > 0 &&
    !tree.childrenBy(verb.index, "nsubj").some(isRelative)
  ) {
    return governor(tree, verb);
  }
  return [];
}

/** "killed at least 13", "wounded more than 20 people": what a parser takes for a phrase of place is the object. */
function boundedObjects(tree: Tree, verb: Word): readonly Word[] {
  return tree
    .childrenBy(verb.index, "obl")
    .filter((w) => w.index > verb.index && w.index - verb.index <= 8)
    .filter((w) => {
      const [first] = tree.extent(w.index);
      const [one, two] = [first, first + 1].map((i) => tree.words[i]!.text.toLowerCase());
      return first > verb.index && (BOUNDS.has(`${one} ${two}`) || (BOUNDS.has(one!) && /^\p{N}/u.test(two!)));
    });
}

const BOUNDS = new Set([
  "at least",
  "at most",
  "more than",
  "fewer than",
  "less than",
  "as many",
  "up to",
  "around",
  "about",
  "over",
  "nearly",
]);

/** The subject as it stands, whatever the voice: those a sentence or participle is about. */
export function surfaceSubjects(tree: Tree, verb: Word, depth = 0): readonly Word[] {
  const own = tree.childrenBy(verb.index, "nsubj", "nsubj:pass").filter((w) => w.upos !== "VERB");
  if (own.length > 0) return own.map((w) => resolveRelative(tree, w, verb));
  if (verb.head < 0 || depth > 6) return [];
  const head = tree.words[verb.head]!;
  switch (verb.relation.split(":")[0]) {
    case "conj":
    case "parataxis":
      return head.upos === "VERB" || head.upos === "AUX" || verb.relation === "conj" ? surfaceSubjects(tree, head, depth + 1) : [];
    case "xcomp":
    case "ccomp": {
      if (verb.relation === "ccomp" && verb.morphology.VerbForm !== "Inf")
        return REMAINS.has(head.lemma) ? surfaceSubjects(tree, head, depth + 1) : [];
      const objects = controlledObjects(tree, head);
      if (objects.length > 0) return objects;
      if (OBJECT_CONTROL.has(head.lemma) && isPassive(tree, head)) return surfaceSubjects(tree, head, depth + 1);
      return head.upos === "NOUN" ? possessors(tree, head) : logicalOrSurface(tree, head, depth + 1);
    }
    case "advcl": {
      const objects = controlledObjects(tree, head, verb);
      if (objects.length > 0) return objects;
      // "are alone in warning": a predicate adjective has its subject, too.
      return head.upos === "VERB" || head.upos === "AUX" || tree.childrenBy(head.index, "cop").length > 0
        ? controller(tree, head, depth + 1)
        : [];
    }
    case "acl":
      if (verb.relation === "acl:relcl") return [head];
      if (head.head >= 0 && controlledObjects(tree, tree.words[head.head]!, verb).includes(head)) return [head];
      if (verb.morphology.VerbForm === "Inf" || tree.childrenBy(verb.index, "mark").length > 0)
        return infinitiveSubject(tree, head, depth + 1);
      return [head];
    default:
      return [];
  }
}

/** The objects of a verb that say who does the clause below it; for an adverbial clause, only an infinitive or "of doing" is meant. */
function controlledObjects(tree: Tree, head: Word, clause?: Word): readonly Word[] {
  const objects = tree.childrenBy(head.index, "obj", "iobj");
  const marks = clause ? tree.childrenBy(clause.index, "mark").map((w) => w.text.toLowerCase()) : [];
  if (OBJECT_CONTROL.has(head.lemma) && (!clause || marks.includes("to"))) return objects;
  if (OBJECT_DOES.has(head.lemma) && (!clause || marks.some((m) => m === "of" || m === "for" || m === "from"))) return objects;
  return [];
}

/** "the attempt to seize": whoever owns the noun, else whoever does the verb that the noun is the object of. */
function infinitiveSubject(tree: Tree, noun: Word, depth: number): readonly Word[] {
  const owners = possessors(tree, noun);
  if (owners.length > 0) return owners;
  if (noun.head < 0) return tree.childrenBy(noun.index, "cop").length > 0 ? surfaceSubjects(tree, noun, depth) : [];
  const above = tree.words[noun.head]!;
  // "is at the forefront of efforts to help", "took part in attempts to seize": whoever that is said of.
  if (noun.relation.startsWith("nmod") && depth < 6 && tree.marker(noun.index) === "of") return infinitiveSubject(tree, above, depth + 1);
  if (tree.childrenBy(noun.index, "cop").length > 0) return surfaceSubjects(tree, noun, depth);
  const governs = noun.relation === "obj" || (noun.relation === "obl" && tree.marker(noun.index) === "in");
  return governs && above.upos === "VERB" ? surfaceSubjects(tree, above, depth) : [];
}

/** Owners of a noun: "their attempt", and by name "Coalition efforts". */
function possessors(tree: Tree, noun: Word): readonly Word[] {
  const owners = tree.childrenBy(noun.index, "nmod:poss");
  return owners.length > 0
    ? owners
    : tree.childrenBy(noun.index, "compound", "amod").filter((w) => /^\p{Lu}/u.test(w.text) && w.index < noun.index);
}

/** The one who controls a participle: the subject as it stands, passive or not. */
function controller(tree: Tree, head: Word, depth: number): readonly Word[] {
  return surfaceSubjects(tree, head, depth);
}

function logicalOrSurface(tree: Tree, head: Word, depth: number): readonly Word[] {
  return head.upos === "VERB" || head.upos === "AUX" || head.upos === "ADJ" ? surfaceSubjects(tree, head, depth) : [];
}

function governor(tree: Tree, verb: Word): readonly Word[] {
  return verb.head >= 0 ? [tree.words[verb.head]!] : [];
}

function resolveRelative(tree: Tree, word: Word, verb: Word): Word {
  if (!isRelative(word)) return word;
  let clause: Word = verb;
  for (let step = 0; step < 3 && clause.relation !== "acl:relcl" && clause.head >= 0; step++) clause = tree.words[clause.head]!;
  return clause.relation === "acl:relcl" && clause.head >= 0 ? tree.words[clause.head]! : word;
}

function isRelative(word: Word): boolean {
  return word.upos === "PRON" && RELATIVE.has(word.lemma.toLowerCase());
}

function isTemporal(word: Word): boolean {
  return (
    word.relation === "obl:tmod" ||
    word.relation === "obl:unmarked" ||
    /^(?:\d{4}|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$/i.test(word.text)
  );
}

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
    return tree
      .children(verb.index)
      .filter((w) => w.relation === "obl:agent" || (w.relation.startsWith("obl") && tree.marker(w.index) === "by" && !isTemporal(w)));
  }
  return surfaceSubjects(tree, verb, depth);
}

/** Those that the verb is done to. */
export function logicalObjects(tree: Tree, verb: Word, depth = 0): readonly Word[] {
  if (isPassive(tree, verb)) {
    if (verb.relation === "acl" && tree.childrenBy(verb.index, "nsubj:pass").length === 0) return governor(tree, verb);
    return surfaceSubjects(tree, verb, depth);
  }
  const objects = tree.childrenBy(verb.index, "obj").map((w) => resolveRelative(tree, w, verb));
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

function surfaceSubjects(tree: Tree, verb: Word, depth: number): readonly Word[] {
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
      if (verb.relation === "ccomp" && verb.morphology.VerbForm !== "Inf") return [];
      const objects = tree.childrenBy(head.index, "obj", "iobj");
      if (objects.length > 0 && OBJECT_CONTROL.has(head.lemma)) return objects;
      if (OBJECT_CONTROL.has(head.lemma) && isPassive(tree, head)) return surfaceSubjects(tree, head, depth + 1);
      return head.upos === "NOUN" ? possessors(tree, head) : logicalOrSurface(tree, head, depth + 1);
    }
    case "advcl":
      return head.upos === "VERB" || head.upos === "AUX" ? controller(tree, head, depth + 1) : [];
    case "acl":
      if (verb.relation === "acl:relcl") return [head];
      if (verb.morphology.VerbForm === "Inf" || tree.childrenBy(verb.index, "mark").length > 0)
        return infinitiveSubject(tree, head, depth + 1);
      return [head];
    default:
      return [];
  }
}

/** "the attempt to seize": whoever owns the noun, else whoever does the verb that the noun is the object of. */
function infinitiveSubject(tree: Tree, noun: Word, depth: number): readonly Word[] {
  const owners = possessors(tree, noun);
  if (owners.length > 0 || noun.head < 0) return owners;
  const verb = tree.words[noun.head]!;
  return noun.relation === "obj" && verb.upos === "VERB" ? surfaceSubjects(tree, verb, depth) : [];
}

const possessors = (tree: Tree, noun: Word): readonly Word[] => tree.childrenBy(noun.index, "nmod:poss");

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

import type { Stage } from "../document/index.ts";
import type { Classifier } from "../learn/index.ts";
import { type EntityType, type HeadNouns, loadHeadNouns, MENTIONS, WORDS, type Word } from "../parse/index.ts";
import type { EventLexicon, Frame, Slot } from "../what/index.ts";
import { TRIGGERS, type Trigger } from "../what/layers.ts";
import { adjacentFillers } from "./adjacent.ts";
import { AGENTS } from "./agents.ts";
import { argumentOf } from "./argument.ts";
import { loadArgumentModel } from "./argument-model.ts";
import { surfaceSubjects } from "./clause.ts";
import { fitness } from "./fitness.ts";
import { addImplied } from "./implied.ts";
import { judgeArguments } from "./judge-arguments.ts";
import { ACTORS, ARGUMENTS, type EventArgument, PROPOSALS, type Proposal, type Role } from "./layers.ts";
import { namesNobody } from "./nobody.ts";
import { underSameNumber } from "./phrase.ts";
import { responsibleFor } from "./responsibility.ts";
import type { Scene } from "./scene.ts";
import { sceneOf } from "./set-scene.ts";
import { slotFillers, withConjuncts } from "./slots.ts";

/** How much a slot says by itself; obliques and compounds are often something else than a participant. */
const SLOT_TRUST: ReadonlyMap<string, number> = new Map([
  ["subj", 0.92],
  ["obj", 0.92],
  ["iobj", 0.85],
  ["poss", 0.85],
  ["light:subj", 0.88],
  ["amod", 0.8],
  ["compound", 0.7],
  ["nmod:by", 0.88],
  ["nmod:between", 0.85],
  ["nmod:on", 0.85],
  ["nmod:against", 0.88],
  ["nmod:of", 0.8],
  ["obl:with", 0.75],
]);
/** Below this, a candidate is no participant. */
const FLOOR = 0.3;
const PLACE_LIKE: ReadonlySet<EntityType> = new Set<EntityType>(["state", "place", "organization"]);
const NOMINAL = new Set(["NOUN", "PROPN"]);
const RELATIVE = /^(?:who|which|that|whom)$/i;
/** Nouns of a trigger that tell what becomes of somebody and name nobody: "took him hostage", "in custody". */
const STATE = new Set(["rubble", "ashes", "hostage", "captive", "prisoner", "custody", "detention", "siege", "arrest"]);
/** "the two leaders" stands in only where nobody is named. */
const GROUP_TRUST = 0.35;
/** A gerund that the lexicon knows as a noun ("accused of shelling a village") also has subject and object. */
function verbal(frame: Frame): Frame {
  return { ...frame, actor: ["subj", ...frame.actor], recipient: frame.twoSided ? frame.recipient : ["obj", ...frame.recipient] };
}

/** What a light verb of undergoing does to its subject: "came under attack", "received fire". */
const UNDERGOES =
  /^(?:receive|suffer|face|undergo|sustain|take|survive|withstand|encounter|repel|fight off|fend off|repulse|come under|foil|thwart)\+/;

/** Finds who did it, to whom and with what, for every trigger, by the frames of the event lexicon over the trees. */
export function argumentStage(lexicon: EventLexicon, nouns: HeadNouns = loadHeadNouns(), model: Classifier = loadArgumentModel()): Stage {
  return {
    name: "arguments",
    needs: [WORDS, MENTIONS, ACTORS, TRIGGERS],
    gives: [ARGUMENTS, PROPOSALS],
    run(document) {
      const { found, proposals } = findArguments(sceneOf(document, lexicon, nouns), model);
      return document.with(ARGUMENTS, found).with(PROPOSALS, proposals);
    },
  };
}

interface Found {
  readonly found: readonly EventArgument[];
  readonly proposals: readonly Proposal[];
}

function findArguments(scene: Scene, model: Classifier): Found {
  const judged = judgeArguments(scene, ruleArguments(scene), model);
  const found = judged
    .map((j) => j.found.filter(({ role, head }) => role !== "actor" || !namesNobody(scene.tree.words, head)))
    .flatMap((list) => distinct(scene, list));
  const proposals = judged.flatMap((j) => j.proposals).filter((p) => !namesNobody(scene.tree.words, p.head));
  return { found, proposals };
}

/** What the frames of the lexicon, and rules for what they leave open, find for each trigger, before anybody judges it. */
export function ruleArguments(scene: Scene): readonly (readonly EventArgument[])[] {
  return addImplied(
    scene,
    scene.triggers.map((trigger) => argumentsOf(scene, trigger)),
  );
}

/** The participants that stand in the trigger's own clause or phrase. */
function argumentsOf(scene: Scene, trigger: Trigger): readonly EventArgument[] {
  const sense = scene.sense(trigger);
  if (!sense) return [];
  const frame = scene.tree.words[trigger.words[0]]!.upos === "VERB" && sense.partOfSpeech === "noun" ? verbal(sense.frame) : sense.frame;
  const found: EventArgument[] = [];
  const taken = new Set<number>(
    trigger.words.filter((w, k) => k === 0 || !NOMINAL.has(scene.tree.words[w]!.upos) || STATE.has(scene.tree.words[w]!.lemma)),
  );
  const add = (role: Role, word: Word, slot: Slot, trust: number, how: string): void => {
    const type = scene.type(word);
    // "ambushed a patrol": the word may tell of a deed elsewhere; here it names those who do it.
    if (
      taken.has(word.index) ||
      (role === "actor" && slot === "compound" && !isNamed(scene, word)) ||
      (isEventHead(scene, word) && word.upos !== "PROPN" && !AGENTS.has(type))
    )
      return;
    if (role === "recipient" && carriesBomb(scene, trigger, word)) {
      taken.add(word.index);
      found.push(argumentOf(scene, trigger, "instrument", word, 0.95, `instrument: “${word.text}” carried the bomb`));
      return;
    }
    // A relative pronoun that leads to nobody names nobody.
    if (RELATIVE.test(word.text) && word.upos === "PRON" && scene.actor(word) === undefined) return;
    const confidence = (scene.isGroup(word) ? GROUP_TRUST : trust) * fitness(role, type, trigger.type, slot, word);
    if (confidence < FLOOR) return;
    taken.add(word.index);
    found.push(argumentOf(scene, trigger, role, word, confidence, `${role}: “${word.text}” ${how} and is of type ${type}`));
  };
  const fill = (role: Role, slots: readonly Slot[], firstOnly: boolean): void => {
    for (const slot of slots) {
      const before = found.length;
      const fillers = slotFillers(scene.tree, trigger, slot).flatMap((w) => [
        ...withRepresented(scene, authorOf(scene, w)),
        ...strayPartners(scene, w),
      ]);
      for (const word of withoutTitles(scene, fillers)) add(role, word, slot, SLOT_TRUST.get(slot) ?? 0.7, `stands in the slot ${slot}`);
      if (firstOnly && found.length > before) return;
    }
  };
  const has = (role: Role): boolean => found.some((a) => a.role === role);

  fill("instrument", frame.instrument, false);
  if (UNDERGOES.test(trigger.sense)) {
    fill(frame.twoSided ? "actor" : "recipient", ["light:subj"], true);
    fill(
      "actor",
      frame.actor.filter((s) => s !== "light:subj"),
      !frame.twoSided,
    );
  } else fill("actor", frame.actor, !frame.twoSided);
  if (sense.partOfSpeech === "adjective" && !has("actor")) {
    for (const word of surfaceSubjects(scene.tree, scene.tree.words[trigger.words[0]]!).flatMap((w) => withConjuncts(scene.tree, w)))
      add("actor", word, "subj", 0.9, "is whom the adjective is said of");
  }
  if (!has("actor")) {
    for (const { who, reason, confidence } of trigger.words.flatMap((w) => responsibleFor(scene.tree, scene.tree.words[w]!))) {
      if (taken.has(who.index)) continue;
      taken.add(who.index);
      found.push(argumentOf(scene, trigger, "actor", who, confidence, reason));
    }
  }
  fill("recipient", frame.recipient, false);
  for (const { word, slot } of adjacentFillers(scene.tree, trigger, frame, { actor: has("actor"), recipient: has("recipient") })) {
    add(slot === "subj" ? "actor" : "recipient", word, slot, 0.6, `stands right ${slot === "subj" ? "before" : "after"} it`);
  }
  return found;
}

/** "A government statement condemned it": who speaks by what is written. */
const WRITTEN = new Set(["statement", "communique", "communiqué", "declaration", "letter", "tweet", "post", "announcement", "resolution"]);
function authorOf({ tree, type }: Scene, word: Word): Word {
  if (!WRITTEN.has(word.lemma.toLowerCase()) || !word.relation.startsWith("nsubj")) return word;
  const author = tree
    .children(word.index)
    .find((w) => /^(?:compound|nmod|amod)/.test(w.relation) && /^(?:|by|from|of)$/.test(tree.marker(w.index)) && AGENTS.has(type(w)));
  return author ?? word;
}

/** "A truck bombing": the vehicle carried the bomb; of "a mosque bombing" the mosque is what was hit. */
function carriesBomb({ tree }: Scene, trigger: Trigger, word: Word): boolean {
  return (
    trigger.type === "ASSAULT" &&
    word.relation.startsWith("compound") &&
    tree.words[word.head]?.index === trigger.words[0] &&
    VEHICLE_BOMBS.has(word.lemma.toLowerCase())
  );
}
const VEHICLE_BOMBS = new Set(["truck", "car", "lorry", "van", "motorcycle", "motorbike", "vehicle", "pickup", "tanker", "rickshaw"]);

/** "the foreign ministers of Iran, Turkey and Qatar": those after the first are represented too, though only the first is in the phrase. */
function withRepresented(scene: Scene, word: Word): readonly Word[] {
  if (word.xpos !== "NNS" && word.xpos !== "NNPS") return [word];
  const states = scene.tree
    .childrenBy(word.index, "nmod")
    .filter((w) => scene.tree.marker(w.index) === "of" && PLACE_LIKE.has(scene.type(w)));
  return [
    word,
    ...states.flatMap((s) =>
      scene.tree.childrenBy(s.index, "conj").flatMap((c) => [c, ...scene.tree.childrenBy(c.index, "conj", "appos")]),
    ),
  ];
}

/**
 * "air strikes by the army and militias": the second of a pair that the parser has put beside the event noun instead. Only directly after
 * "and", only actors of the same sort as the first.
 */
function strayPartners(scene: Scene, word: Word): readonly Word[] {
  const { tree } = scene;
  const [, end] = tree.extent(word.index);
  const joint = tree.words[end];
  const displaced = displacedPartners(scene, word);
  if (displaced.length > 0) return displaced;
  if (joint?.upos !== "CCONJ" || joint.sentence !== word.sentence || !AGENTS.has(scene.type(word))) return [];
  const partner = joint.head > end ? tree.words[joint.head] : undefined;
  if (partner?.relation !== "conj" || partner.head >= word.index || partner.upos === "VERB" || isEventHead(scene, partner)) return [];
  const [first] = tree.extent(partner.index);
  const rival = tree.words[partner.head]!;
  return first === end && AGENTS.has(scene.type(partner)) && !AGENTS.has(scene.type(rival)) ? [partner] : [];
}

/** "camps in one country and a plant in another": what a parser has put beside the country stands beside the camps. */
function displacedPartners({ tree, type }: Scene, word: Word): readonly Word[] {
  const isWhere = (w: Word): boolean => type(w) === "place" || type(w) === "state";
  if (isWhere(word)) return [];
  return tree
    .childrenBy(word.index, "nmod")
    .filter((w) => tree.marker(w.index) === "in" && w.upos === "PROPN" && isWhere(w))
    .flatMap((where) => tree.childrenBy(where.index, "conj"))
    .filter((w) => w.upos === "NOUN" && !isWhere(w) && type(w) !== "abstract" && type(w) !== "event" && type(w) !== "time");
}

/** "IRGC commander Qasem Soleimani", "the UN Special Envoy de Mistura": of two phrases side by side the second names whom the first describes. "13 women and children" are one. */
function withoutTitles(scene: Scene, fillers: readonly Word[]): readonly Word[] {
  const counted = new Set(fillers.flatMap((w) => underSameNumber(scene.tree, w)?.index ?? []));
  return fillers.filter((w) => {
    if (counted.has(w.index)) return false;
    const end = scene.span(w)[1];
    return !fillers.some((next) => {
      if (next.index <= w.index || (next.relation === "conj" && next.head === w.index)) return false;
      const start = scene.span(next)[0];
      return scene.type(next) === "person" && scene.document.text.slice(end, start) === " ";
    });
  });
}

/** "the January bombing", "the Alabama clinic bombing": a bare word before the event noun does it only when it is known to name somebody. */
function isNamed(scene: Scene, word: Word): boolean {
  const mention = scene.mention(word);
  return word.upos === "NOUN" || scene.actor(word) !== undefined || (mention !== undefined && AGENTS.has(mention.type));
}

function isEventHead(scene: Scene, word: Word): boolean {
  return scene.triggerAt.get(word.index)?.words[0] === word.index;
}

/** Each identity once in a role, and nobody at both ends: the surer reading stays. */
function distinct(scene: Scene, list: readonly EventArgument[]): readonly EventArgument[] {
  const isGroup = (a: EventArgument): boolean => a.role === "actor" && scene.isGroup(scene.tree.words[a.head]!);
  const named = list.some((a) => a.role === "actor" && !isGroup(a));
  return list.filter((a, i) => {
    if (named && isGroup(a)) return false;
    if (a.role === "recipient" && list.some((b) => b.role === "recipient" && tellsWhere(scene, b, a))) return false;
    return !list.some((b, j) => {
      if (i === j || !isSame(a, b) || (a.role === "instrument") !== (b.role === "instrument")) return false;
      if (a.role === b.role) return j < i;
      return b.confidence > a.confidence || (b.confidence === a.confidence && j < i);
    });
  });
}

/** "Palmyra, Syria": the second only says where the first is. */
function tellsWhere(scene: Scene, place: EventArgument, region: EventArgument): boolean {
  if (!PLACE_LIKE.has(scene.type(scene.tree.words[region.head]!)) || !PLACE_LIKE.has(scene.type(scene.tree.words[place.head]!)))
    return false;
  return /^,\s{1,3}$/.test(scene.document.text.slice(place.span[1], region.span[0]));
}

function isSame(a: EventArgument, b: EventArgument): boolean {
  return a.head === b.head || (a.actor !== undefined && a.actor === b.actor);
}

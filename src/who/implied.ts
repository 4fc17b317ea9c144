import type { Word } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";
import { AGENTS } from "./agents.ts";
import { argumentOf } from "./argument.ts";
import { isPassive, logicalObjects, logicalSubjects } from "./clause.ts";
import { fitness } from "./fitness.ts";
import type { EventArgument } from "./layers.ts";
import { reachesDown } from "./reach.ts";
import { speakerOf } from "./reference.ts";
import type { Scene } from "./scene.ts";
import { withConjuncts } from "./slots.ts";
import type { Tree } from "./tree.ts";

type Found = readonly (readonly EventArgument[])[];

/**
 * Participants that the trigger's own clause leaves to another event of the text: "an Israeli strike hit the base" (whoever struck),
 * "accused the army of shelling" (the accused), "condemned the bombing" (whoever bombed), "called for an end to the regime's attacks".
 */
export function addImplied(scene: Scene, local: Found): Found {
  const spoken = local.map((list, i) => [
    ...list,
    ...speakers(scene, scene.triggers[i]!, list),
    ...otherSide(scene, scene.triggers[i]!, list),
  ]);
  const shared = spoken.map((list, i) => [...list, ...sharedInList(scene, scene.triggers[i]!, list, spoken)]);
  const claimed = shared.map((list, i) => [
    ...list,
    ...claimants(scene, scene.triggers[i]!, list),
    ...victims(scene, scene.triggers[i]!, list),
    ...struck(scene, scene.triggers[i]!, list),
    ...blasted(scene, scene.triggers[i]!, list),
    ...aided(scene, scene.triggers[i]!, list),
  ]);
  const inherited = claimed.map((list, i) => [...list, ...inheritedActors(scene, scene.triggers[i]!, list, claimed)]);
  const accused = inherited.map((list, i) => [...list, ...accusedActors(scene, scene.triggers[i]!, list)]);
  return accused.map((list, i) => [...list, ...impliedRecipients(scene, scene.triggers[i]!, list, accused)]);
}

const actorsIn = (list: readonly EventArgument[]): readonly EventArgument[] => list.filter((a) => a.role === "actor");

/** "All parties must …", "It is vital that …", "These actions show disregard": what has no doer in its own words is said by the speaker. */
function speakers(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  if (actorsIn(list).length > 0 || (trigger.type !== "REQUEST" && trigger.type !== "ACCUSE")) return [];
  const head = scene.tree.words[trigger.words[0]]!;
  const subjects = scene.tree.childrenBy(head.index, "nsubj", "expl");
  const impersonal =
    demandsOfSubject(scene, trigger) ||
    subjects.some((w) => w.relation === "expl" || (w.upos === "NOUN" && scene.type(w) !== "person" && scene.type(w) !== "people"));
  const speaker = impersonal ? speakerOf(scene, head) : undefined;
  return speaker ? [argumentOf(scene, trigger, "actor", speaker, 0.5, `“${speaker.text}” is speaking`)] : [];
}

/** Verbs of which the object takes part in the meeting, too: "joined the secretary for talks". */
const RECEIVES = new Set(["join", "host", "receive", "welcome", "invite", "greet", "see", "meet"]);

/** Whether the words of a demand name only those who are to meet it: "must", "should". */
export function demandsOfSubject(scene: Scene, trigger: Trigger): boolean {
  const frame = scene.sense(trigger)?.frame;
  return trigger.type === "REQUEST" && frame?.actor.length === 0 && frame.recipient.includes("subj");
}

/** "Smith raised it in a call with Jones": who does what happens at a meeting is at the meeting. */
function otherSide(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  const noun = scene.tree.words[trigger.words[0]]!;
  if (trigger.type !== "CONSULT" || noun.upos !== "NOUN" || noun.head < 0 || actorsIn(list).length !== 1) return [];
  if (!/^(?:in|at|during|on|after|following|over|for)$/.test(scene.tree.marker(noun.index))) return [];
  const verb = scene.tree.words[noun.head]!;
  if (verb.upos !== "VERB") return [];
  return [...logicalSubjects(scene.tree, verb), ...(RECEIVES.has(verb.lemma) ? logicalObjects(scene.tree, verb) : [])]
    .flatMap((w) => withConjuncts(scene.tree, w))
    .filter((w) => !list.some((a) => a.head === w.index) && fitness("actor", scene.type(w), trigger.type, "subj", w) >= 0.7)
    .map((w) => argumentOf(scene, trigger, "actor", w, 0.7, `does what happens at the ${noun.text}`));
}

/**
 * "its siege of towns and obstruction of aid", "shelling and air strikes by the army": nouns of one list have one doer; what the last one is
 * done to, "the shelling and bombing of a village", the ones before it are done to as well.
 */
function sharedInList(scene: Scene, trigger: Trigger, list: readonly EventArgument[], all: Found): readonly EventArgument[] {
  const { tree } = scene;
  const noun = tree.words[trigger.words[0]]!;
  if (noun.upos !== "NOUN") return [];
  const found: EventArgument[] = [];
  const lacks = (role: EventArgument["role"]): boolean => ![...list, ...found].some((a) => a.role === role);
  const share = (other: Trigger, role: EventArgument["role"], share: number): void => {
    const beside = all[other.index]!.filter((a) => a.role === role && tree.words[a.head]!.head === tree.words[other.words[0]]!.index);
    if (lacks(role))
      found.push(...beside.map((a) => passOn(a, trigger, share, `shared with “${tree.words[other.words[0]]!.text}” in one list`)));
  };
  const before = eventBeside(scene, noun);
  if (before) share(before, "actor", 0.9);
  for (const after of tree.childrenBy(noun.index, "conj")) {
    const other = scene.triggerAt.get(after.index);
    if (!other || other.words[0] !== after.index || after.upos !== "NOUN" || tree.childrenBy(after.index, "nmod:poss").length > 0) continue;
    share(other, "actor", 0.85);
    share(other, "recipient", 0.85);
  }
  return found;
}

/**
 * The event noun that a noun is coordinated with; a parser may have put "siege of towns and bombardment" together the wrong way, with the
 * towns.
 */
function eventBeside(scene: Scene, noun: Word): Trigger | undefined {
  if (noun.relation !== "conj" || noun.head < 0) return undefined;
  const partner = scene.tree.words[noun.head]!;
  const isInside = !scene.triggerAt.has(partner.index) && partner.relation.startsWith("nmod") && scene.tree.marker(partner.index) === "of";
  const event = isInside ? scene.tree.words[partner.head]! : partner;
  const trigger = event.upos === "NOUN" ? scene.triggerAt.get(event.index) : undefined;
  return trigger?.words[0] === event.index ? trigger : undefined;
}

/** "The group claimed responsibility": it did what the sentence, or the one before it, tells without a doer. */
function claimants(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  const head = scene.tree.words[trigger.words[0]]!;
  if (actorsIn(list).length > 0 || trigger.type !== "ASSAULT" || head.upos !== "NOUN") return [];
  for (const at of [head.sentence, head.sentence + 1]) {
    const [first, end] = scene.sentences[at]?.words ?? [0, 0];
    for (const word of scene.tree.words.slice(first, end)) {
      const verb = word.lemma === "responsibility" && word.relation === "obj" ? scene.tree.words[word.head] : undefined;
      if (!verb || !/^(?:claim|take|accept)$/.test(verb.lemma)) continue;
      const who = logicalSubjects(scene.tree, verb).filter((w) => fitness("actor", scene.type(w), trigger.type, "subj", w) >= 0.7);
      if (who.length > 0) return who.map((w) => argumentOf(scene, trigger, "actor", w, 0.7, "claimed responsibility"));
    }
  }
  return [];
}

/** "the families of the victims in the attack": the victims of it. */
function victims(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  const noun = scene.tree.words[trigger.words[0]]!;
  if (noun.upos !== "NOUN" || noun.head < 0 || list.some((a) => a.role === "recipient")) return [];
  const above = scene.tree.words[noun.head]!;
  if (
    above.upos !== "NOUN" ||
    !/^(?:in|of|from|by)$/.test(scene.tree.marker(noun.index)) ||
    !/^(?:victim|casualty|survivor|dead|target)$/.test(above.lemma)
  )
    return [];
  return [argumentOf(scene, trigger, "recipient", above, 0.7, `“${above.text} ${scene.tree.marker(noun.index)} …”`)];
}

/** Verbs that tell what an attack, a blast or a strike does to those it reaches. */
const REACHES = new Set(
  (
    "hit strike destroy damage target engage kill wound injure suppress rip tear rock blow shatter level flatten devastate " +
    "demolish wreck collapse hurt maim shake gut neutralize neutralise disable"
  ).split(" "),
);

/** "The blast ripped through a church", "three strikes engaged two units": what the verb of which an event noun is the subject is done to. */
function struck(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  const { tree } = scene;
  const noun = tree.words[trigger.words[0]]!;
  if (trigger.type !== "ASSAULT" || noun.upos !== "NOUN" || list.some((a) => a.role === "recipient")) return [];
  const above = noun.relation === "nsubj" && noun.head >= 0 ? [tree.words[noun.head]!] : [];
  const verbs = [...above, ...above.flatMap((v) => tree.childrenBy(v.index, "conj")), ...tree.childrenBy(noun.index, "acl:relcl")];
  return verbs
    .filter((v) => v.upos === "VERB" && REACHES.has(v.lemma) && !isPassive(tree, v))
    .flatMap((v) => [...logicalObjects(tree, v), ...tree.childrenBy(v.index, "obl").filter((w) => tree.marker(w.index) === "through")])
    .flatMap((w) => [w, ...tree.childrenBy(w.index, "conj")])
    .filter((w) => w.index !== noun.index && fitness("recipient", scene.type(w), trigger.type, "obj", w) >= 0.6)
    .map((w) => argumentOf(scene, trigger, "recipient", w, 0.75, `“${noun.text}” is what reaches it`));
}

/** Words that tell of something going off. */
const GOES_OFF = /^(?:explode|detonate|explosion|detonation|blast|bomb|bombing|go|set|blow)$/;
/** Where what goes off hits what stands there. */
const BESIDE = /^(?:outside|near|at|in front of|inside|next to|beside|under|beneath)$/;

/** "bombs exploded outside the embassy": the building or vehicle beside which something goes off is what is hit. */
function blasted(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  const { tree } = scene;
  const heads = trigger.words.map((w) => tree.words[w]!).filter((w) => w.upos === "VERB" || w.upos === "NOUN");
  if (trigger.type !== "ASSAULT" || !heads.some((w) => GOES_OFF.test(w.lemma)) || list.some((a) => a.role === "recipient")) return [];
  return heads
    .flatMap((w) => tree.children(w.index))
    .filter((w) => /^(?:obl|nmod)/.test(w.relation) && BESIDE.test(tree.marker(w.index)))
    .filter((w) => SEAT.test(w.lemma) || ["facility", "vehicle", "platform"].includes(scene.type(w)))
    .map((w) => argumentOf(scene, trigger, "recipient", w, 0.65, `it goes off ${tree.marker(w.index)} it`));
}

/** Bodies that are buildings, too. */
const SEAT = /^(?:embassy|consulate|ministry|headquarters|mosque|church|hospital|school|station|bank|hotel|market|court|parliament)$/;

/** "the delivery of food to civilians", "gave money and shelter to fighters": whoever stands after "to" or "for" below what is given. */
function aided(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  if (trigger.type !== "AID" || list.some((a) => a.role === "recipient")) return [];
  const own = new Set(list.map((a) => a.head));
  return reachesDown(scene.tree, trigger.words, /^(?:to|for)$/)
    .filter((w) => !own.has(w.index) && fitness("recipient", scene.type(w), trigger.type, "obj", w) >= 0.8)
    .map((w) => argumentOf(scene, trigger, "recipient", w, 0.7, `stands after “${scene.tree.marker(w.index)}” below what is given`));
}

/** The subject is itself an event: its doer is the doer. A relative clause may have been hung on a place inside the event's phrase. */
function inheritedActors(scene: Scene, trigger: Trigger, list: readonly EventArgument[], all: Found): readonly EventArgument[] {
  const verb = scene.tree.words[trigger.words[0]]!;
  if (verb.upos !== "VERB" || actorsIn(list).length > 0) return [];
  for (const subject of logicalSubjects(scene.tree, verb)) {
    const event = eventAt(scene, subject);
    if (event === undefined || event.index === trigger.index) continue;
    const actors = actorsIn(all[event.index]!);
    if (actors.length > 0) return actors.map((a) => passOn(a, trigger, 0.95, `the doer of “${subject.text}” does it`));
  }
  return [];
}

function eventAt(scene: Scene, word: Word): Trigger | undefined {
  let at: Word | undefined = word;
  for (let step = 0; step < 3 && at; step++) {
    const trigger = scene.triggerAt.get(at.index);
    if (trigger) return trigger;
    at = at.relation.startsWith("nmod") || at.relation === "compound" ? scene.tree.words[at.head] : undefined;
  }
  return undefined;
}

/** "accused X of an attack": X is the attacker, in the words of the accuser. */
function accusedActors(scene: Scene, trigger: Trigger, list: readonly EventArgument[]): readonly EventArgument[] {
  if (actorsIn(list).length > 0 || (trigger.type !== "ASSAULT" && trigger.type !== "COERCE")) return [];
  const noun = scene.tree.words[trigger.words[0]]!;
  const marker = scene.tree.marker(noun.index);
  if (noun.upos !== "NOUN" || noun.head < 0 || (marker !== "of" && marker !== "for")) return [];
  let at: Word | undefined = scene.tree.words[noun.head];
  for (let step = 0; step < 2 && at; step++) {
    if (/^(?:accuse|blame|suspect|convict|condemn|criticise|criticize)$/.test(at.lemma)) {
      return scene.tree
        .childrenBy(at.index, "obj", "nsubj:pass")
        .filter((w) => w !== noun && fitness("actor", scene.type(w), trigger.type, "subj", w) >= 0.7)
        .map((w) => argumentOf(scene, trigger, "actor", w, 0.8, `“${at!.text}”: said to have done it`));
    }
    at = at.head >= 0 ? scene.tree.words[at.head] : undefined;
  }
  return [];
}

function impliedRecipients(scene: Scene, trigger: Trigger, list: readonly EventArgument[], all: Found): readonly EventArgument[] {
  if (list.some((a) => a.role === "recipient")) return [];
  const own = actorsIn(list);
  if (CONCERNS.has(trigger.type)) {
    const whose = concerned(scene, trigger, own);
    return whose.length > 0 ? whose : doersOfObject(scene, trigger, own, all);
  }
  if (trigger.type !== "ACCUSE" && trigger.type !== "REQUEST") return [];
  const isOther = (a: EventArgument): boolean => !own.some((o) => o.head === a.head || (o.actor !== undefined && o.actor === a.actor));
  const verb = scene.tree.words[trigger.words[0]]!;
  const deeds = trigger.type === "ACCUSE" ? ownerOfDeed(scene, trigger, own) : [];
  if (deeds.length > 0) return deeds;
  const [first, end] = scene.tree.extent(verb.index);
  const below = scene.triggers.filter((t) => t !== trigger && t.words[0] > trigger.words[0] && t.words[0] >= first && t.words[0] < end);
  for (const event of below) {
    const doers = actorsIn(all[event.index]!).filter(isOther);
    if (doers.length > 0)
      return doers.map((a) => ({ ...passOn(a, trigger, 0.85, `does what “${verb.text}” speaks of`), role: "recipient" as const }));
  }
  if (trigger.type === "REQUEST") return askedInClause(scene, trigger, verb, own);
  if (!/^(?:condemn|denounce|decry|deplore|appal|appall|shock|concern|blame|outrage|horrify|abhor)/.test(trigger.sense)) return [];
  return wholeTextCulprit(scene, trigger, below, all).filter(isOther);
}

/** "welcomed the deal", "rejected the ceasefire": those who did what is welcomed or rejected. */
function doersOfObject(scene: Scene, trigger: Trigger, own: readonly EventArgument[], all: Found): readonly EventArgument[] {
  if (trigger.type !== "SUPPORT" && trigger.type !== "REJECT") return [];
  for (const object of logicalObjects(scene.tree, scene.tree.words[trigger.words[0]]!)) {
    const event = scene.triggerAt.get(object.index);
    if (!event || event === trigger) continue;
    const doers = actorsIn(all[event.index]!).filter(
      (a) => !own.some((o) => o.head === a.head || (o.actor !== undefined && o.actor === a.actor)),
    );
    if (doers.length > 0) return doers.map((a) => ({ ...passOn(a, trigger, 0.8, `does “${object.text}”`), role: "recipient" as const }));
  }
  return [];
}

/** Types of event that are done to someone by way of something of theirs. */
const CONCERNS: ReadonlySet<Trigger["type"]> = new Set<Trigger["type"]>(["REJECT", "SUPPORT", "THREATEN", "SANCTION"]);
/** What ties a thing to those whose it is: "the offer of the union", "support from allies", "steps by the army". */
const THEIRS = /^(?:of|by|from|to|for|against|between|with)$/;

/** "rejected the union's offer", "threatened to shell the garrison": whose the thing is, or to whom it would be done. */
function concerned(scene: Scene, trigger: Trigger, own: readonly EventArgument[]): readonly EventArgument[] {
  const { tree } = scene;
  const head = tree.words[trigger.words[0]]!;
  const isOwn = (w: Word): boolean =>
    own.some((o) => o.head === w.index || (o.actor !== undefined && o.actor === scene.actor(w)?.id)) || trigger.words.includes(w.index);
  const fits = (w: Word): boolean =>
    !isOwn(w) && AGENTS.has(scene.type(w)) && fitness("recipient", scene.type(w), trigger.type, "obj", w) >= 0.7;
  const verbs = [head, ...tree.childrenBy(head.index, "xcomp")];
  const objects = verbs.flatMap((v) => [
    ...logicalObjects(tree, v),
    ...tree.children(v.index).filter((w) => w.relation.startsWith("obl") && /^(?:for|with|to)$/.test(tree.marker(w.index))),
  ]);
  for (const object of objects) {
    for (const group of ownersOf(tree, object)) {
      const who = group.filter(fits);
      if (who.length > 0)
        return who.map((w) => argumentOf(scene, trigger, "recipient", w, 0.6, `“${object.text}” is theirs, or they would undergo it`));
    }
  }
  return [];
}

/** Who a thing belongs to, nearest first: itself, then its owners, then those who own what it is of, with whoever stands beside them. */
function ownersOf(tree: Tree, thing: Word, depth = 0): readonly (readonly Word[])[] {
  const beside = (w: Word): readonly Word[] => [w, ...tree.childrenBy(w.index, "conj").filter((c) => c.upos !== "VERB")];
  const owners = tree
    .children(thing.index)
    .filter((w) => w.relation === "nmod:poss" || w.relation === "compound" || w.relation === "amod" || THEIRS.test(tree.marker(w.index)));
  // "support provided by our partners"
  const doers = tree.childrenBy(thing.index, "acl").flatMap((clause) => logicalSubjects(tree, clause).filter((w) => w !== thing));
  const next = owners.flatMap((o) => (depth < 2 && o.relation.startsWith("nmod") ? ownersOf(tree, o, depth + 1).slice(1) : []));
  return [beside(thing), ...[...owners, ...doers].map(beside), ...next];
}

/** "condemned the group's treatment of villagers": whose deed is condemned. */
function ownerOfDeed(scene: Scene, trigger: Trigger, own: readonly EventArgument[]): readonly EventArgument[] {
  const { tree } = scene;
  return logicalObjects(tree, tree.words[trigger.words[0]]!)
    .flatMap((deed) => tree.children(deed.index).filter((w) => w.relation === "nmod:poss" || tree.marker(w.index) === "by"))
    .filter(
      (w) => AGENTS.has(scene.type(w)) && !own.some((o) => o.head === w.index || (o.actor !== undefined && o.actor === scene.actor(w)?.id)),
    )
    .map((w) => argumentOf(scene, trigger, "recipient", w, 0.75, "it is their deed"));
}

/** "It is vital that all parties …": those whom the clause that is asked for would have act. */
function askedInClause(scene: Scene, trigger: Trigger, verb: Word, own: readonly EventArgument[]): readonly EventArgument[] {
  const clauses = [...scene.tree.childrenBy(verb.index, "ccomp", "csubj", "advcl", "xcomp"), ...furtherThat(scene, verb)].filter(
    (c) => c.index > verb.index,
  );
  const all = clauses.flatMap((c) => [c, ...scene.tree.childrenBy(c.index, "conj")]);
  return [...all.flatMap((c) => scene.tree.childrenBy(c.index, "nsubj")), ...askedToAct(scene.tree, verb)]
    .flatMap((w) => [w, ...scene.tree.childrenBy(w.index, "conj").filter((c) => c.upos !== "VERB")])
    .filter((w) => !own.some((o) => o.head === w.index) && fitness("recipient", scene.type(w), trigger.type, "obj", w) >= 0.7)
    .map((w) => argumentOf(scene, trigger, "recipient", w, 0.65, "is to do what is asked for"));
}

/** "pressed for Russia to use its influence", "it is imperative for all parties to help": those between "for" and "to". */
function askedToAct(tree: Tree, asking: Word): readonly Word[] {
  return tree
    .children(asking.index)
    .filter((w) => w.index > asking.index && tree.marker(w.index) === "for")
    .filter((w) => {
      const [, end] = tree.extent(w.index);
      const inside = tree.childrenBy(w.index, "acl", "advcl").some((c) => tree.childrenBy(c.index, "mark").some((m) => m.text === "to"));
      return inside || tree.words[end]?.xpos === "TO";
    });
}

/** "It is vital that …, and that all parties …": a clause that the parser has made a second main clause. */
function furtherThat(scene: Scene, verb: Word): readonly Word[] {
  return scene.tree
    .childrenBy(verb.index, "conj")
    .filter((c) => scene.tree.childrenBy(c.index, "mark").some((m) => m.text.toLowerCase() === "that"));
}

/** The first whom the text makes out to be behind violence, other than the speaker. */
function wholeTextCulprit(scene: Scene, trigger: Trigger, below: readonly Trigger[], all: Found): readonly EventArgument[] {
  if (below.length > 0 && !below.some((t) => t.type === "ASSAULT")) return [];
  const speakers = actorsIn(all[trigger.index]!);
  // "condemned these attacks": whoever is behind an attack, not whoever fights elsewhere in the text.
  const lemma = (t: Trigger): string => scene.tree.words[t.words[0]]!.lemma;
  const condemned = new Set(below.filter((t) => t.type === "ASSAULT").map(lemma));
  const culprit = scene.triggers
    .filter((t) => t.type === "ASSAULT" && (condemned.size === 0 || condemned.has(lemma(t))))
    .flatMap((t) => actorsIn(all[t.index]!))
    .find((a) => a.confidence >= 0.6 && !speakers.some((s) => s.actor !== undefined && s.actor === a.actor));
  return culprit ? [{ ...passOn(culprit, trigger, 0.7, "the text names them first as behind the violence"), role: "recipient" }] : [];
}

function passOn(argument: EventArgument, trigger: Trigger, share: number, reason: string): EventArgument {
  return {
    ...argument,
    trigger: trigger.index,
    confidence: Math.round(argument.confidence * share * 1000) / 1000,
    reasons: [...argument.reasons, reason],
  };
}

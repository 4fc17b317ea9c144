import { loadWordClasses } from "../learn/index.ts";
import type { Sentence, Word } from "../parse/layers.ts";
import type { Candidate } from "./candidates.ts";
import { type HeadNouns, kindOf } from "./kinds.ts";
import type { EventSense } from "./sense.ts";
import type { Setting } from "./setting.ts";
import type { Syntax } from "./syntax.ts";
import type { TrapEvidence } from "./trap-check.ts";

/** All that the classifier looks at for one candidate. */
export interface Surroundings {
  readonly syntax: Syntax;
  readonly sentence: Sentence;
  /** Absent for texts too short to tell. */
  readonly article: Setting | undefined;
  readonly here: Setting;
  readonly traps: readonly TrapEvidence[];
  readonly nouns: HeadNouns;
  /** How many other words that hardly ever mean anything else tell of violence, in the sentence and in the article. */
  readonly company: Company;
}

export interface Company {
  readonly sentence: number;
  readonly article: number;
}

const step = (share: number): string =>
  share === 0 ? "0" : share < 0.02 ? "1" : share < 0.05 ? "2" : share < 0.1 ? "3" : share < 0.18 ? "4" : "5";
const base = (relation: string): string => relation.split(":")[0] ?? relation;

/** Features as strings; the classifier hashes them. Names before "=" say what each is. */
export function triggerFeatures(candidate: Candidate, around: Surroundings): readonly string[] {
  const { syntax, sentence, here, traps, nouns } = around;
  const { sense } = candidate;
  const head = syntax.word(candidate.words[0]);
  const group = sense.group;
  const shape = `${sense.partOfSpeech[0]}${Math.min(sense.pattern.parts.length, 3)}`;
  const doubt = `${sense.doubt}${sense.type}`;
  const governor = syntax.head(head.index);
  const f: string[] = [
    "bias",
    `type=${sense.type}`,
    `doubt=${sense.doubt}`,
    `doubt+type=${doubt}`,
    `doubt+shape=${sense.doubt}${shape}`,
    `group=${group}`,
    `group+pos=${group}${sense.partOfSpeech[0]}`,
    `sense=${sense.id}`,
    `xpos+type=${head.xpos}${sense.type}`,
    `rel=${head.relation}${sense.partOfSpeech[0]}`,
    `rel+type=${base(head.relation)}${sense.type}${sense.partOfSpeech[0]}`,
    `kind=${sentence.kind}`,
    `kind+type=${sentence.kind}${sense.type}`,
    `governor=${governor === undefined ? "root" : governor.upos}${sense.partOfSpeech[0]}`,
    `here=${step(here.conflict)}${sense.type}`,
    `here+doubt=${step(here.conflict)}${doubt}`,
  ];
  if (around.article === undefined) f.push("article=short", `article=short${sense.type}`);
  else f.push(...articleFeatures(around.article, sense));
  if (here.topic !== "") f.push(`about=${here.topic}`, `about+type=${here.topic}${sense.type}`, `about+doubt=${here.topic}${sense.doubt}`);
  if (toldInFiction(syntax, sentence)) f.push("fiction", `fiction${sense.type}`, `fiction${sense.doubt}`);
  if (candidate.light !== undefined) f.push("light", `light=${candidate.light.form}`, `light+type=${sense.type}`);
  for (const trap of traps) f.push(`trap=${trap.name}`, `trap+doubt=${trap.name}${sense.doubt}`, `trap+group=${trap.name}${group}`);
  f.push(
    ...(head.upos === "VERB" || sense.partOfSpeech === "verb"
      ? verbFeatures(candidate, syntax, nouns)
      : nounFeatures(candidate, syntax, nouns)),
  );
  f.push(...modalFeatures(candidate, syntax));
  f.push(...classFeatures(candidate, syntax, sentence));
  f.push(...companyFeatures(around.company, sense));
  if (isName(head, syntax, sentence)) f.push("name", `name+type=${sense.type}`, `name+doubt=${sense.doubt}`);
  return f;
}

const { classesOf } = loadWordClasses();
/** How many words on either side are looked at. */
const NEAR = 3;

/** What kinds of words stand near it and depend on it: classes reach words that no article has shown. */
function classFeatures({ words, sense }: Candidate, syntax: Syntax, sentence: Sentence): string[] {
  const head = words[0];
  const f: string[] = [];
  const add = (name: string, word: Word): void => {
    const [coarse, middle, fine] = classesOf(word.lemma.toLowerCase());
    if (coarse === undefined) return;
    f.push(`${name}~${coarse}${sense.type}`, `${name}~~${middle}${sense.type}`, `${name}~~~${fine}`);
  };
  const own = classesOf(syntax.word(head).lemma.toLowerCase());
  f.push(`own~${own[0]}${sense.type}`, `own~~${own[1]}${sense.type}`, `own~~~${own[2]}${sense.type}`);
  for (const child of syntax.children(head)) {
    const word = syntax.word(child);
    if (/^(?:NOUN|PROPN|VERB|ADJ|ADV)$/.test(word.upos)) add(base(word.relation), word);
  }
  const governor = syntax.head(head);
  if (governor !== undefined) add(`under-${base(syntax.word(head).relation)}`, governor);
  for (let i = Math.max(sentence.words[0], head - NEAR); i < Math.min(sentence.words[1], head + NEAR + 1); i++) {
    const word = syntax.word(i);
    if (i !== head && /^(?:NOUN|PROPN|VERB|ADJ)$/.test(word.upos)) add(i < head ? "before" : "after", word);
  }
  return f;
}

/** Violence seldom comes alone: other sure words of it in the sentence and in the article. */
function companyFeatures({ sentence, article }: Company, sense: EventSense): string[] {
  const doubt = `${sense.doubt}${sense.type}`;
  const near = Math.min(sentence, 2);
  const far = article === 0 ? "0" : article < 3 ? "1" : article < 7 ? "3" : article < 15 ? "7" : "15";
  return [`near=${near}${sense.type}`, `near+doubt=${near}${doubt}`, `far=${far}${sense.type}`, `far+doubt=${far}${doubt}`];
}

/** Whether a word is written as part of a name: a capital inside a sentence that is no headline. */
function isName(head: Word, syntax: Syntax, sentence: Sentence): boolean {
  if (sentence.kind === "heading" || head.index === sentence.words[0] || !/^\p{Lu}\p{Ll}/u.test(head.text)) return false;
  const before = syntax.word(head.index - 1).text;
  return !/^["“”'’‘:.]$/.test(before);
}

const FICTION = new Set(
  "movie film novel thriller comedy drama series episode sitcom plot protagonist villain hero heroine superhero fantasy documentary lyric album sequel franchise screenplay videogame gameplay dragon zombie vampire exhibition exhibit museum book memoir storyline".split(
    " ",
  ),
);

/** Whether the sentence tells of a film, a book, a game, a museum. */
function toldInFiction(syntax: Syntax, sentence: Sentence): boolean {
  for (let i = sentence.words[0]; i < sentence.words[1]; i++) if (FICTION.has(syntax.word(i).lemma.toLowerCase())) return true;
  return false;
}

/** What the vocabulary of the whole article says. */
function articleFeatures(article: Setting, sense: EventSense): string[] {
  const doubt = `${sense.doubt}${sense.type}`;
  return [
    `article=${step(article.conflict)}`,
    `article+type=${step(article.conflict)}${sense.type}`,
    `article+doubt=${step(article.conflict)}${doubt}`,
    `calm=${step(article.calm)}`,
    `calm+doubt=${step(article.calm)}${sense.doubt}`,
    `calm+type=${step(article.calm)}${sense.type}`,
    `crime+type=${step(article.crime)}${sense.type}`,
    `balance=${step(article.conflict)}${step(article.calm)}`,
    `topic=${article.topic}${sense.doubt}`,
    `topic+type=${article.topic}${sense.type}`,
    `topic+group=${article.topic}${sense.group}`,
    `topic+conflict=${article.topic}${step(article.conflict)}`,
  ];
}

function verbFeatures(candidate: Candidate, syntax: Syntax, nouns: HeadNouns): string[] {
  const head = candidate.words[0];
  const { sense } = candidate;
  const subject = syntax.subject(head);
  const object = syntax.object(head);
  const who = kindOf(subject < 0 ? undefined : syntax.word(subject), nouns);
  const whom = kindOf(object < 0 ? undefined : syntax.word(object), nouns);
  const passive = syntax.isPassive(head) ? "p" : "a";
  const content = syntax.dependents(head, "xcomp", "ccomp").length > 0 ? "c" : "";
  return [
    `subj=${who}`,
    `subj+type=${who}${sense.type}`,
    `subj+doubt=${who}${sense.doubt}`,
    `obj=${whom}${passive}`,
    `obj+type=${whom}${sense.type}`,
    `obj+group=${whom}${sense.group}`,
    `who-whom=${who}>${whom}${sense.type}`,
    `voice=${passive}${sense.type}`,
    `content=${content}${sense.type}`,
    `content+doubt=${content}${sense.doubt}${sense.group}`,
    ...particleFeatures(candidate, syntax),
    ...(object < 0 ? [] : [`obj-lemma=${syntax.word(object).lemma.toLowerCase()}${sense.type}`]),
    ...(subject < 0 ? [] : [`subj-lemma=${syntax.word(subject).lemma.toLowerCase()}${sense.type}`]),
    ...(object >= 0 && /sel(f|ves)$/i.test(syntax.word(object).text) ? ["self", `self+type=${sense.type}`] : []),
  ];
}

/** A particle that the sense does not have makes another verb of it: "shot back", "kicked off", "pushed back". */
function particleFeatures({ words, sense }: Candidate, syntax: Syntax): string[] {
  for (const child of syntax.children(words[0])) {
    const c = syntax.word(child);
    const text = c.text.toLowerCase();
    if (
      words.includes(child) ||
      !(c.relation === "compound:prt" || (c.relation === "advmod" && /^(back|off|out|up|away|forward)$/.test(text)))
    )
      continue;
    return ["particle", `particle=${text}`, `particle+doubt=${sense.doubt}${sense.type}`, `particle+sense=${text}${sense.id}`];
  }
  return [];
}

function nounFeatures(candidate: Candidate, syntax: Syntax, nouns: HeadNouns): string[] {
  const head = candidate.words[0];
  const { sense } = candidate;
  const word = syntax.word(head);
  const f: string[] = [];
  let determiner = "none";
  let linked = "";
  for (const child of syntax.children(head)) {
    const c = syntax.word(child);
    const relation = c.relation;
    if (relation === "det")
      determiner = /^(a|an)$/i.test(c.text) ? "a" : /^the$/i.test(c.text) ? "the" : /^(no|any)$/i.test(c.text) ? "no" : "this";
    else if (relation === "nmod:poss") determiner = `poss-${kindOf(c, nouns)}`;
    else if (relation === "nummod") f.push("number", `number+doubt=${sense.doubt}`);
    else if (relation === "amod" || relation === "compound")
      f.push(`modifier=${kindOf(c, nouns)}${sense.type}`, `modifier+doubt=${c.upos}${sense.doubt}`, `modifier:${c.lemma.toLowerCase()}`);
    else if (relation === "nmod" || relation === "obl") {
      const preposition = syntax.preposition(child);
      linked += `${preposition} `;
      f.push(`link=${preposition}${sense.type}`, `link+kind=${preposition}${kindOf(c, nouns)}`, `link+group=${preposition}${sense.group}`);
    } else if (relation === "acl" || relation === "acl:relcl") f.push(`acl=${c.upos}${sense.doubt}`);
    else if (relation === "cop") f.push(`cop+type=${sense.type}`, `cop+doubt=${sense.doubt}`);
  }
  const plural = word.xpos === "NNS" || word.xpos === "NNPS" ? "s" : "";
  f.push(`det=${determiner}${plural}`, `det+doubt=${determiner}${plural}${sense.doubt}`, `det+type=${determiner}${plural}${sense.type}`);
  if (linked === "") f.push(`bare=${determiner}${plural}${sense.doubt}`);
  const governor = syntax.head(head);
  if (governor !== undefined) {
    f.push(`under=${governor.lemma.toLowerCase()}:${base(word.relation)}`);
    f.push(`under+prep=${syntax.preposition(head)}${governor.upos}${sense.doubt}`);
    if (word.relation === "compound") f.push(`compound-of=${governor.lemma.toLowerCase()}`, `compound+doubt=${sense.doubt}`);
  }
  return f;
}

/** Negation, mood, modality, person: what keeps a mention from being an event. */
function modalFeatures(candidate: Candidate, syntax: Syntax): string[] {
  const at = candidate.light?.verb ?? candidate.words[0];
  const word = syntax.word(at);
  const { sense } = candidate;
  const f: string[] = [];
  for (const child of syntax.children(at)) {
    const c = syntax.word(child);
    const lemma = c.lemma.toLowerCase();
    if (c.relation === "aux") f.push(`aux=${lemma}`, `aux+type=${lemma}${sense.type}`);
    else if (c.relation === "mark") f.push(`mark=${lemma}`, `mark+type=${lemma}${sense.type}`);
    else if (c.relation === "advmod" && /^(not|never|n't|often|usually|always)$/.test(lemma))
      f.push(`adv=${lemma}`, `neg+type=${sense.type}`);
    else if (c.relation === "nsubj" && c.upos === "PRON") f.push(`person=${/^(i|you|we)$/i.test(c.text) ? "us" : "them"}${sense.type}`);
  }
  if (word.upos === "VERB") {
    f.push(`tense=${word.xpos}${sense.type}`, `tense+doubt=${word.xpos}${sense.doubt}`);
    const governor = syntax.head(at);
    if (governor !== undefined)
      f.push(`verb-under=${governor.lemma.toLowerCase()}:${base(word.relation)}`, `clause=${word.relation}${word.xpos}${sense.doubt}`);
  }
  return f;
}

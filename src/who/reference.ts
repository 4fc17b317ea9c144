import type { EntityType, Word } from "../parse/layers.ts";
import { BODIES } from "./agents.ts";
import type { Scene } from "./scene.ts";

/**
 * Whom a pronoun stands for where the chains leave it open: the speaker behind "we" and "I", and the nearest fitting subject before "it",
 * "they", "he", "she". Returns the word that names them; undefined when nobody in the text fits.
 */
export function referentOf(scene: Scene, pronoun: Word): Word | undefined {
  const text = pronoun.text.toLowerCase();
  if (/^(?:i|me|my|we|us|our|ours)$/.test(text)) return speakerOf(scene, pronoun, /^(?:i|me|my)$/.test(text));
  const fits = FITS.find((f) => f.pronouns.test(text));
  return fits && antecedentOf(scene, pronoun, fits.types);
}

/** Verbs of which what is said is mostly the speaker's own doing: "the group claimed it had shot down a drone". */
const OWN_DOING = new Set("claim admit boast deny acknowledge concede vow pledge promise confess confirm announce declare".split(" "));

/** In "one of the groups claimed it had attacked a port", "it" is whoever claims: the subject of the verb that the clause is the content of. */
export function reporterOf(scene: Scene, pronoun: Word): Word | undefined {
  if (!/^(?:it|they|he|she)$/i.test(pronoun.text) || !pronoun.relation.startsWith("nsubj") || pronoun.head < 0) return undefined;
  const clause = scene.tree.words[pronoun.head]!;
  const verb = clause.relation === "ccomp" && clause.head >= 0 ? scene.tree.words[clause.head]! : undefined;
  if (!verb || !OWN_DOING.has(verb.lemma)) return undefined;
  const subject = scene.tree.childrenBy(verb.index, "nsubj")[0];
  if (!subject || subject.upos === "PRON") return undefined;
  const named = subject.upos === "NUM" ? (scene.tree.childrenBy(subject.index, "nmod")[0] ?? subject) : subject;
  const plural = /^NNP?S$/.test(named.xpos) && subject === named;
  return plural === /^they$/i.test(pronoun.text) || !plural ? subject : undefined;
}

const FITS: readonly { readonly pronouns: RegExp; readonly types: ReadonlySet<EntityType> }[] = [
  { pronouns: /^(?:he|him|his|she|her|hers)$/, types: new Set<EntityType>(["person"]) },
  { pronouns: /^(?:it|its)$/, types: new Set(BODIES) },
  { pronouns: /^(?:they|them|their|theirs)$/, types: new Set<EntityType>([...BODIES, "people", "nationality"]) },
];
const SPEAKERS: ReadonlySet<EntityType> = new Set<EntityType>([...BODIES, "person", "people"]);

/** Verbs of speech that introduce what someone says. */
const SAYS = new Set(
  "say add tell state declare announce note stress warn insist argue explain continue write comment remark conclude".split(" "),
);
/** Types of event that are done by declaring them: whose condemnation it is, is whose statement it is. */
const DECLARES: ReadonlySet<string> = new Set(["ACCUSE", "SUPPORT", "REQUEST", "AGREE", "REJECT", "THREATEN"]);
/** How far back a statement's own voice is looked for, in sentences. */
const FAR = 15;

function antecedentOf(scene: Scene, pronoun: Word, types: ReadonlySet<EntityType>): Word | undefined {
  for (let back = 0; back <= 2; back++) {
    const sentence = scene.sentences[pronoun.sentence - back];
    if (!sentence) return undefined;
    const words = scene.tree.words.slice(sentence.words[0], Math.min(sentence.words[1], back === 0 ? pronoun.index : sentence.words[1]));
    const fit = words.filter((w) => w.upos !== "PRON" && scene.mention(w) && types.has(scene.type(w)));
    // An object pronoun is not the subject of its own clause: "Smith spoke with Jones and urged him".
    const isObject = /^(?:obj|iobj|obl)/.test(pronoun.relation) && back === 0;
    if (isObject) {
      const beside = fit
        .filter((w) => !w.relation.startsWith("nsubj") && !w.relation.startsWith("compound") && !w.relation.startsWith("flat"))
        .at(-1);
      if (beside) return beside;
      continue;
    }
    const subjects = fit.filter((w) => w.relation.startsWith("nsubj"));
    const best =
      back === 0
        ? (subjects.at(-1) ?? fit.filter((w) => w.relation !== "nmod").at(-1))
        : (subjects[0] ?? (back === 1 ? fit[0] : undefined));
    if (best) return best;
  }
  return undefined;
}

/** Who speaks where a word stands: the one said to say the sentence, else the one whose statement the text has been giving. */
export function speakerOf(scene: Scene, pronoun: Word, alone = false): Word | undefined {
  const fits = (w: Word): boolean => w.upos !== "PRON" && (alone ? scene.type(w) === "person" : SPEAKERS.has(scene.type(w)));
  const here = speaking(scene, pronoun.sentence).filter((w) => w.index !== pronoun.index && fits(w));
  if (here[0]) return here[0];
  let nearest: Word | undefined;
  for (let back = 1; back <= FAR; back++) {
    const at = pronoun.sentence - back;
    if (at < 0) break;
    const said = speaking(scene, at).filter(fits);
    if (said[0]) return said[0];
    const bodies = alone ? [] : mainSubjects(scene, at).filter((w) => fits(w) && BODIES.includes(scene.type(w)));
    nearest ??= bodies.find((w) => inOwnVoice(scene, w));
    // "The Coalition takes all precautions. We will …": the sentence before goes before what was declared further up.
    if (nearest && back === 1) return nearest;
    const declares = bodies.find((w) => DECLARES.has(scene.triggerAt.get(w.head)?.type ?? "") && !isNarrated(scene, w));
    if (declares) return declares;
  }
  return nearest;
}

/** Subjects of verbs of speech in a sentence. */
function speaking(scene: Scene, sentence: number): readonly Word[] {
  return wordsOf(scene, sentence)
    .filter((w) => w.upos === "VERB" && SAYS.has(w.lemma))
    .flatMap((verb) => scene.tree.childrenBy(verb.index, "nsubj"));
}

function mainSubjects(scene: Scene, sentence: number): readonly Word[] {
  return wordsOf(scene, sentence).filter((w) => w.relation === "nsubj" && w.head >= 0 && scene.tree.words[w.head]!.relation === "root");
}

/** Whether it is told as of today: "The Coalition complies with …", "will provide". */
function inOwnVoice(scene: Scene, subject: Word): boolean {
  const verb = scene.tree.words[subject.head]!;
  return verb.morphology.Tense === "Pres" || scene.tree.childrenBy(verb.index, "aux").some((a) => /^(?:will|have|has)$/i.test(a.text));
}

/** "They requested support": told by a narrator, who need not be they. */
function isNarrated(scene: Scene, subject: Word): boolean {
  const verb = scene.tree.words[subject.head]!;
  return verb.xpos === "VBD";
}

function wordsOf(scene: Scene, sentence: number): readonly Word[] {
  const range = scene.sentences[sentence]?.words;
  return range ? scene.tree.words.slice(range[0], range[1]) : [];
}

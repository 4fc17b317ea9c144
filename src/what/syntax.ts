import type { Word } from "../parse/layers.ts";

/** The dependency trees of a document with the look-ups that finding events needs. */
export class Syntax {
  readonly words: readonly Word[];
  readonly #below: readonly (readonly number[])[];

  constructor(words: readonly Word[]) {
    this.words = words;
    const below: number[][] = words.map(() => []);
    for (const word of words) if (word.head >= 0 && word.head !== word.index) below[word.head]?.push(word.index);
    this.#below = below;
  }

  word(index: number): Word {
    const word = this.words[index];
    if (word === undefined) throw new RangeError(`there is no word ${index}`);
    return word;
  }

  children(index: number): readonly number[] {
    return this.#below[index] ?? [];
  }

  /** Dependents whose relation is one of these, with or without a subtype ("nsubj" also finds "nsubj:outer", not "nsubj:pass"). */
  dependents(index: number, ...relations: readonly string[]): readonly number[] {
    return this.children(index).filter((i) => relations.includes(this.word(i).relation));
  }

  head(index: number): Word | undefined {
    const at = this.word(index).head;
    return at < 0 ? undefined : this.words[at];
  }

  /** The preposition that marks a noun, in lower case: "in"; "" when there is none. */
  preposition(index: number): string {
    const mark = this.children(index).find((i) => this.word(i).relation === "case" && i < index);
    return mark === undefined ? "" : this.word(mark).text.toLowerCase();
  }

  /** Whether a verb stands in the passive: with a passive auxiliary or subject, or as a participle after its noun. */
  isPassive(index: number): boolean {
    if (this.dependents(index, "aux:pass", "nsubj:pass").length > 0) return true;
    const word = this.word(index);
    if (word.xpos !== "VBN") return false;
    if (word.relation === "acl" || word.relation === "amod") return this.dependents(index, "obj").length === 0;
    return (
      word.relation === "conj" && word.head >= 0 && this.dependents(index, "obj", "nsubj", "aux").length === 0 && this.isPassive(word.head)
    );
  }

  /** The noun that does what the verb says, through coordination, control and participles; -1 when the tree has none. */
  subject(index: number, depth = 0): number {
    const { relation, head } = this.word(index);
    // "All sides must be heard": a modal is said of the subject as it stands.
    if (relation === "aux" && head >= 0) return this.#surfaceSubject(head, depth);
    if (this.isPassive(index)) return this.agent(index);
    return this.#surfaceSubject(index, depth);
  }

  /** The agent after "by"; -1 when there is none. */
  agent(index: number): number {
    return this.children(index).find((i) => this.word(i).relation.startsWith("obl") && this.preposition(i) === "by") ?? -1;
  }

  /** The noun that the verb is done to, in active or passive; -1 when there is none. */
  object(index: number): number {
    const word = this.word(index);
    if (this.isPassive(index)) {
      if ((word.relation === "acl" || word.relation === "amod") && this.dependents(index, "nsubj:pass").length === 0) return word.head;
      return this.#surfaceSubject(index, 0);
    }
    const own = this.dependents(index, "obj")[0];
    if (own !== undefined) return this.#antecedent(own, index);
    const bare = this.#bareOblique(index);
    if (bare >= 0) return bare;
    const shared = this.dependents(index, "conj").find((i) => this.word(i).upos === "VERB" && i - index <= 3);
    return shared === undefined ? -1 : (this.dependents(shared, "obj")[0] ?? -1);
  }

  /** "Killing at least 20 people": a noun right after its verb, with no preposition, is its object even where the parser says oblique. */
  #bareOblique(verb: number): number {
    for (const i of this.dependents(verb, "obl")) {
      const noun = this.word(i);
      if (i < verb || i - verb > 5 || noun.upos !== "NOUN" || this.preposition(i) !== "" || TIMES.test(noun.lemma)) continue;
      if (this.children(i).some((c) => this.word(c).relation === "nummod")) return i;
    }
    return -1;
  }

  #surfaceSubject(index: number, depth: number): number {
    const own = this.dependents(index, "nsubj", "nsubj:pass", "nsubj:outer")[0];
    if (own !== undefined) return this.#antecedent(own, index);
    const word = this.word(index);
    if (word.head < 0 || depth > 6) return -1;
    switch (word.relation) {
      case "conj":
      case "xcomp":
      case "advcl":
      case "parataxis": {
        const object = word.relation === "xcomp" ? this.dependents(word.head, "obj")[0] : undefined;
        return object ?? this.#surfaceSubject(word.head, depth + 1);
      }
      case "acl":
      case "acl:relcl":
        return word.head;
      default:
        return -1;
    }
  }

  /** The noun that a relative pronoun stands for. */
  #antecedent(pronoun: number, verb: number): number {
    const text = this.word(pronoun).text.toLowerCase();
    if (!RELATIVE.has(text)) return pronoun;
    let at = verb;
    for (let steps = 0; steps < 4; steps++) {
      const word = this.word(at);
      if (word.head < 0) return pronoun;
      if (word.relation === "acl:relcl") return word.head;
      at = word.head;
    }
    return pronoun;
  }
}

const RELATIVE = new Set(["who", "which", "that", "whom"]);
const TIMES = /^(?:time|second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|decade|am|pm)$/i;

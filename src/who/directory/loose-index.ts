import { skeleton } from "../names/index.ts";
import { lengthen, type Posting, put } from "./posting.ts";

/** Names by skeleton. */
export interface LooseIndex {
  add(key: string, posting: Posting): void;
  /** Entries with a name of the same skeleton as this key. */
  get(key: string): readonly Posting[];
  /** Most words of any name whose first word has the skeleton of this one; 0 when none has. */
  longest(first: string): number;
}

const NONE: readonly Posting[] = [];

/**
 * An index that makes skeletons only of first words, and of the rest of a name only when a text has a first word like it: opening the
 * directory must not cost more than the texts ask for.
 */
export function looseIndex(): LooseIndex {
  const bones = new Map<string, string>();
  const waiting: { readonly key: string; readonly posting: Posting }[] = [];
  const buckets = new Map<string, { readonly key: string; readonly posting: Posting }[]>();
  const made = new Map<string, Posting[]>();
  const lengths = new Map<string, number>();

  const boneOf = (token: string): string => {
    let found = bones.get(token);
    if (found === undefined) {
      found = skeleton(token);
      if (bones.size < 200_000) bones.set(token, found);
    }
    return found;
  };
  const bonesOf = (key: string): string => (key.includes(" ") ? key.split(" ").map(boneOf).join(" ") : boneOf(key));
  const firstOf = (key: string): string => boneOf(key.includes(" ") ? key.slice(0, key.indexOf(" ")) : key);

  /** Sorts what was added by the skeleton of its first word, then makes whole skeletons for the one word asked for. */
  const open = (first: string): void => {
    for (const item of waiting) {
      const list = buckets.get(firstOf(item.key));
      if (list) list.push(item);
      else buckets.set(firstOf(item.key), [item]);
    }
    waiting.length = 0;
    const bucket = buckets.get(first);
    if (!bucket || bucket.length === 0) return;
    for (const { key, posting } of bucket) {
      const whole = bonesOf(key);
      put(made, whole, posting);
      lengthen(lengths, whole);
    }
    buckets.set(first, []);
  };

  return {
    add(key, posting) {
      waiting.push({ key, posting });
    },
    get(key) {
      open(firstOf(key));
      return made.get(bonesOf(key)) ?? NONE;
    },
    longest(first) {
      const bone = boneOf(first);
      open(bone);
      return lengths.get(bone) ?? 0;
    },
  };
}

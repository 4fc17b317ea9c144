import { type Spelling, spell } from "../learn/index.ts";
import type { Reading } from "./reading.ts";

/** How a word hangs in the tree as seen from another one. */
export interface Branch {
  /**
   * The relations of the words on the way up to where the paths meet, joined by "<" ("far" where they do not meet within the limit), and
   * after "^" that of the first word on the way down.
   */
  readonly name: Spelling;
  /** The same, and after ">" the relation of the second word on the way down. */
  readonly deeper: Spelling;
  /** Number of words on the way up; -1 where the paths do not meet. */
  readonly height: number;
  /** The first and second word on the way down; -1 where there is none. */
  readonly top: number;
  readonly second: number;
  /** Number of words on the way down. */
  readonly depth: number;
}

interface Names {
  readonly name: Spelling;
  readonly deeper: Spelling;
}

/** A way up the tree, by its relations. Most ways are common, so their names and those of what branches off are kept. */
class Way {
  readonly #text: string;
  readonly #higher = new Map<string, Way>();
  readonly #names = new Map<string, Map<string, Names>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The way that goes on over a word with this relation. */
  over(relation: string): Way {
    const known = this.#higher.get(relation);
    if (known !== undefined) return known;
    const made = new Way(this.#text === "" ? relation : `${this.#text}<${relation}`);
    this.#higher.set(relation, made);
    ways++;
    return made;
  }

  /** The names of the branch down over words with these relations. */
  down(top: string, second: string): Names {
    let below = this.#names.get(top);
    if (below === undefined) {
      below = new Map();
      this.#names.set(top, below);
    }
    const known = below.get(second);
    if (known !== undefined) return known;
    const name = `${this.#text}^${top}`;
    const made = { name: spell(name), deeper: spell(`${name}>${second}`) };
    below.set(second, made);
    return made;
  }
}

/** Ways that are kept; beyond that all are found anew. */
const MOST_WAYS = 4096;

let ways = 0;
let start = new Way("");

const SELF = "self";
const FAR: Branch = { ...new Way("far").down(SELF, ""), height: -1, top: -1, second: -1, depth: 0 };

/**
 * Sees the words of a sentence from one of them; each way is walked once. Paths of more than `limit` words on a side are not followed, as
 * in `treePath`.
 */
export function branchesFrom(reading: Reading, from: number, limit = 12): (to: number) => Branch {
  const { words } = reading;
  if (ways > MOST_WAYS) {
    ways = 0;
    start = new Way("");
  }
  const known = new Map<number, Branch>();
  const ups: Way[] = [];
  let way = start;
  for (let at = from, height = 0; at >= 0 && height <= limit; at = words[at]!.head, height++) {
    ups.push(way);
    known.set(at, { ...way.down(SELF, ""), height, top: -1, second: -1, depth: 0 });
    way = way.over(words[at]!.relation);
  }
  const find = (to: number): Branch => {
    const seen = known.get(to);
    if (seen !== undefined) return seen;
    const { head } = words[to]!;
    if (head < 0) return FAR;
    const above = find(head);
    const depth = above.depth + 1;
    let found: Branch;
    if (above.height < 0 || depth > limit) found = FAR;
    else {
      const { height } = above;
      const top = above.top < 0 ? to : above.top;
      const second = above.top < 0 ? -1 : above.second < 0 ? to : above.second;
      const names = above.second < 0 ? ups[height]!.down(words[top]!.relation, second < 0 ? "" : words[second]!.relation) : above;
      found = { name: names.name, deeper: names.deeper, height, top, second, depth };
    }
    known.set(to, found);
    return found;
  };
  return find;
}

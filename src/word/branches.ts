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

const branch = (
  up: string,
  topRelation: string,
  secondRelation: string,
  place: Pick<Branch, "height" | "top" | "second" | "depth">,
): Branch => {
  const name = `${up}^${topRelation}`;
  return { name: spell(name), deeper: spell(`${name}>${secondRelation}`), ...place };
};

const FAR = branch("far", "self", "", { height: -1, top: -1, second: -1, depth: 0 });

/**
 * Sees the words of a sentence from one of them; each way is walked once. Paths of more than `limit` words on a side are not followed, as
 * in `treePath`.
 */
export function branchesFrom(reading: Reading, from: number, limit = 12): (to: number) => Branch {
  const { words } = reading;
  const known = new Map<number, Branch>();
  let up = "";
  for (let at = from, height = 0; at >= 0 && height <= limit; at = words[at]!.head, height++) {
    known.set(at, branch(up, "self", "", { height, top: -1, second: -1, depth: 0 }));
    up = height === 0 ? words[at]!.relation : `${up}<${words[at]!.relation}`;
  }
  const ups = [...known.values()].map((b) => b.name.text.slice(0, -"^self".length));
  const find = (to: number): Branch => {
    const seen = known.get(to);
    if (seen !== undefined) return seen;
    const { head, relation } = words[to]!;
    if (head < 0) return FAR;
    const above = find(head);
    const depth = above.depth + 1;
    const found =
      above.height < 0 || depth > limit
        ? FAR
        : above.top < 0
          ? branch(ups[above.height]!, relation, "", { height: above.height, top: to, second: -1, depth })
          : above.second < 0
            ? branch(ups[above.height]!, words[above.top]!.relation, relation, { height: above.height, top: above.top, second: to, depth })
            : { ...above, depth };
    known.set(to, found);
    return found;
  };
  return find;
}

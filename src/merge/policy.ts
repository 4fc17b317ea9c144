/** The named rules that choose between rival values. A setting, and part of each record. */
export const POLICIES = ["latest", "most-independent", "most-conservative", "by-source"] as const;
export type Policy = (typeof POLICIES)[number];

export interface PolicyOptions {
  /** Default: most-independent. */
  readonly policy?: Policy;
  /** For by-source: publishers, the most trusted first. Others follow as `latest` orders them. */
  readonly sources?: readonly string[];
}

/** One report's value with what a policy looks at. */
export interface Said<T> {
  readonly value: T;
  readonly report: number;
  readonly published?: string;
  readonly publisher?: string;
  /** Copies of one story share a number and count once. */
  readonly group: number;
  /** 0..1. */
  readonly confidence: number;
}

/** What a value is called, so that equal values can be counted. */
export type Key<T> = (value: T) => string;

/**
 * Chooses one of the values that reports give. `latest`: of the last to be published. `most-independent`: the one that most reports
 * give that are not copies; of equals the latest. `most-conservative`: the one that claims least (`claim`). `by-source`: of the most
 * trusted publisher that gives one. Ties fall to the report that comes first.
 */
export function choose<T>(
  said: readonly Said<T>[],
  key: Key<T>,
  claim: (value: T) => number,
  options: PolicyOptions & { readonly agree?: (value: T, other: T) => number } = {},
): Said<T> | undefined {
  const { agree } = options;
  const { policy = "most-independent", sources = [] } = options;
  const support = new Map<string, Set<number>>();
  const trust = new Map<string, number>();
  for (const { value, group, confidence } of said) {
    const name = key(value);
    support.set(name, (support.get(name) ?? new Set()).add(group));
    trust.set(name, (trust.get(name) ?? 0) + confidence);
  }
  /** How far other values bear a value out, where values can do so without being equal. */
  const borneOut = (s: Said<T>) =>
    agree
      ? said.reduce((sum, other) => sum + agree(s.value, other.value) / groupSize(said, other.group), 0)
      : support.get(key(s.value))!.size;
  const rank = ({ publisher }: Said<T>) => {
    const at = sources.indexOf(publisher ?? "");
    return at < 0 ? sources.length : at;
  };
  const order: Readonly<Record<Policy, (s: Said<T>) => readonly number[]>> = {
    latest: () => [],
    "most-independent": (s) => [-borneOut(s), -Math.round(trust.get(key(s.value))! * 1e6)],
    "most-conservative": (s) => [claim(s.value)],
    "by-source": (s) => [rank(s)],
  };
  let best: Said<T> | undefined;
  for (const candidate of said) if (best === undefined || before(candidate, best, order[policy])) best = candidate;
  return best;
}

function groupSize<T>(said: readonly Said<T>[], group: number): number {
  return said.reduce((n, s) => n + (s.group === group ? 1 : 0), 0);
}

function before<T>(a: Said<T>, b: Said<T>, order: (s: Said<T>) => readonly number[]): boolean {
  const x = order(a);
  const y = order(b);
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! < y[i]!;
  const [late, early] = [a.published ?? "", b.published ?? ""];
  return late !== early ? late > early : a.report < b.report;
}

import { FAILSAFE_SCHEMA, load } from "js-yaml";

/**
 * Reads light-verbs.yaml: verbs that only carry an event noun ("carry out", "hold"). Each is a lemma, with its particle after a space.
 * Throws when the file is not a mapping of names to lists of verbs.
 */
export function readLightVerbs(yaml: string, file: string): ReadonlySet<string> {
  const top: unknown = load(yaml, { schema: FAILSAFE_SCHEMA });
  if (typeof top !== "object" || top === null) throw new Error(`${file}: expected a mapping`);
  const verbs = new Set<string>();
  for (const [name, list] of Object.entries(top)) {
    if (!Array.isArray(list)) throw new Error(`${file}, ${name}: expected a list of verbs`);
    for (const verb of list) verbs.add(String(verb));
  }
  return verbs;
}

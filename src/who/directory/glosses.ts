/**
 * Words in which the names of armed groups are given now in the original and now in English, with the English for each.
 * Keys as `fold` gives them. Sources: the common press renderings of the Arabic, Persian, Urdu, Turkish and Spanish terms.
 */
const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  kataib: ["brigades", "battalions"],
  kataeb: ["brigades", "battalions"],
  saraya: ["brigades", "companies"],
  liwa: ["brigade"],
  alwiya: ["brigades"],
  harakat: ["movement"],
  haraka: ["movement"],
  jaysh: ["army"],
  jaish: ["army"],
  hizb: ["party"],
  jabhat: ["front"],
  jamaat: ["group"],
  ansar: ["supporters", "partisans"],
  asaib: ["league"],
  quwat: ["forces"],
  lashkar: ["army"],
  tehreek: ["movement"],
  tehrik: ["movement"],
};

/** Words that stand at the end of an English name and at the head of its "of" form: "Badr Organization", "Organization of Badr". */
const HEADS = new Set([
  "brigade",
  "brigades",
  "battalion",
  "battalions",
  "movement",
  "front",
  "army",
  "party",
  "organization",
  "organisation",
  "forces",
  "force",
  "league",
  "union",
  "council",
  "corps",
  "militia",
  "legion",
  "regiment",
  "division",
  "network",
  "guard",
  "guards",
]);

/**
 * Other word orders and translations of a group's name: "kataib hizbullah" gives "hizbullah brigades", "brigades of hizbullah" and
 * "kataib hizbullah brigades"; "badr organization" gives "organization of badr". Never the key itself.
 */
export function glosses(key: string): string[] {
  const space = key.indexOf(" ");
  if (
    space < 0 ||
    (ENGLISH[key.slice(0, space)] === undefined && !HEADS.has(key.slice(key.lastIndexOf(" ") + 1)) && !HEADS.has(key.slice(0, space)))
  )
    return [];
  const tokens = key.split(" ");
  const found: string[] = [];
  const rest = tokens.slice(1).join(" ");
  for (const english of ENGLISH[tokens[0]!] ?? []) found.push(`${rest} ${english}`, `${english} of ${rest}`, `${key} ${english}`);
  const last = tokens.at(-1)!;
  if (HEADS.has(last)) found.push(`${last} of ${tokens.slice(0, -1).join(" ")}`);
  if (last.endsWith("isation") || last.endsWith("ization"))
    found.push(
      ...[last.replace(/i[sz]ation$/, last.endsWith("isation") ? "ization" : "isation")].map((w) => [...tokens.slice(0, -1), w].join(" ")),
    );
  if (HEADS.has(tokens[0]!) && tokens[1] === "of" && tokens.length > 2) found.push(`${tokens.slice(2).join(" ")} ${tokens[0]}`);
  return found;
}

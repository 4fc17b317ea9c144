import { readFileSync } from "node:fs";

let outlets: ReadonlyMap<string, string> | undefined;

/** The outlet that publishes at an address, by its domain: `lexicon/read/outlets.tsv`. None for a domain that is not listed. */
export function outletOf(url: string): string | undefined {
  outlets ??= new Map(
    readFileSync(new URL("../../lexicon/read/outlets.tsv", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line.includes("\t") && !line.startsWith("#"))
      .map((line) => line.split("\t") as [string, string]),
  );
  let host = /^(?:[a-z]+:)?\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  while (host.includes(".")) {
    const known = outlets.get(host);
    if (known !== undefined) return known;
    host = host.slice(host.indexOf(".") + 1);
  }
  return undefined;
}

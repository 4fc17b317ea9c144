import type { Word } from "../../src/parse/index.ts";
import type { Scene } from "../../src/who/scene.ts";

/** Two wordings name the same, as the benchmark's scorer compares them: equal, or the one's words within the other's. */
export function sameName(names: readonly string[], wording: string): boolean {
  const wanted = flat(wording);
  return names.some((name) => {
    const given = flat(name);
    return (
      given === wanted ||
      (given.length > 3 && wanted.length > 3 && (` ${given} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${given} `)))
    );
  });
}

/** What a word's phrase and the identity that it belongs to are called. */
export function namesAt(scene: Scene, word: Word): readonly string[] {
  const actor = scene.actor(word);
  return [scene.document.slice(scene.span(word)), ...(actor ? [actor.name, ...actor.mentions.map((m) => m.text)] : [])];
}

function flat(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(the|a|an|s)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

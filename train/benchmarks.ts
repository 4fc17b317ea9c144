import { readFileSync } from "node:fs";

/** Where the benchmarks are. */
export const folder = (): string => process.env.DATELINE_BENCH ?? "../shared/bench";

/** Rows of a JSON-lines file of the benchmark folder. */
export function rows<T>(file: string): T[] {
  return readFileSync(`${folder()}/${file}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

/** Texts of the benchmark folder's rows, by file and id; a page's text is its article body. `asker` is named where a row is missing. */
export function textsOf(asker: string): (file: string, id: string) => string {
  const files = new Map<string, ReadonlyMap<string, string | undefined>>();
  return (file, id) => {
    let texts = files.get(file);
    if (texts === undefined) {
      const found = rows<{ id: string; text?: string; articleBody?: string }>(file);
      texts = new Map(found.map((r) => [r.id, r.text ?? r.articleBody]));
      files.set(file, texts);
    }
    const text = texts.get(id);
    if (text === undefined) throw new Error(`${asker}: ${file} has no row ${id}`);
    return text;
  };
}

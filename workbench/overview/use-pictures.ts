import type { Pictures } from "../../src/serve/index.ts";
import { type Answer, useAnswer } from "../app/api.ts";

/** Parameters of an overview's address that do not change which events are meant. */
const ORDER = ["sort", "ascending"];

/** Everything that is drawn of a filtered set; another order of the table asks for nothing. */
export function usePictures(query: string): Answer<Pictures> {
  const params = new URLSearchParams(query);
  for (const name of ORDER) params.delete(name);
  params.set("top", "12");
  return useAnswer<Pictures>(`/api/pictures?${params}`);
}

import { expect, test } from "vitest";
import { sketchWords } from "../parse/sketch.ts";
import { namesNobody } from "./nobody.ts";

test("“no group”, “nobody” and “none of them” are nobody; “the group” is somebody", () => {
  expect(namesNobody(sketchWords("No/DET>2:det group/NOUN>0:root"), 1)).toBe(true);
  expect(namesNobody(sketchWords("No/DET>4:det single/ADJ>4:amod armed/ADJ>4:amod group/NOUN>0:root"), 3)).toBe(true);
  expect(namesNobody(sketchWords("Nobody/PRON>0:root"), 0)).toBe(true);
  expect(namesNobody(sketchWords("the/DET>2:det group/NOUN>0:root"), 1)).toBe(false);
});

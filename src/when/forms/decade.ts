import { civil, dayOf } from "../calendar.ts";
import type { Form, Meaning } from "../form.ts";
import { unitAround, unitValue } from "../grain.ts";
import { readOrdinal } from "../number.ts";

/** A decade: "the 1990s", "the late '80s", "the nineties"; and a century: "the 20th century", "the nineteenth century". */
export const decade: Form = {
  name: "decade or century",
  read(tokens, i) {
    const j = tokens.skip(i, "the");
    const century = readOrdinal(tokens, j);
    if (century) {
      const head = tokens.skip(century.end, "-");
      if (tokens.word(head) !== "century" || century.value > 21) return undefined;
      return { end: head + 1, absolute: true, resolve: () => meaning((century.value - 1) * 100, "century") };
    }
    const digits = tokens.integer(j);
    const apostrophe = /^['’‘]$/.test(tokens.word(j)) && tokens.glued(j + 1) ? tokens.integer(j + 1) : -1;
    const tens = digits >= 0 ? digits : apostrophe;
    const at = digits >= 0 ? j : j + 1;
    if (tens >= 0) {
      const s = /^['’]$/.test(tokens.word(at + 1)) && tokens.glued(at + 1) ? at + 2 : at + 1;
      if (tokens.word(s) !== "s" || !tokens.glued(s) || tens % 10 !== 0) return undefined;
      if (tokens.word(at).length === 4)
        return tens >= 1500 && tens < 2100 ? { end: s + 1, absolute: true, resolve: () => meaning(tens, "decade") } : undefined;
      if (tokens.word(at).length !== 2 || (j === i && apostrophe < 0)) return undefined;
      return { end: s + 1, absolute: true, resolve: () => meaning(tens + (tens < 30 ? 2000 : 1900), "decade") };
    }
    const word = tokens.known(j)?.decade;
    // "in his twenties" is an age: the decade stands with an article.
    if (word === undefined || j === i) return undefined;
    return { end: j + 1, absolute: true, resolve: () => meaning(1900 + word, "decade") };
  },
};

function meaning(year: number, grain: "decade" | "century"): Meaning {
  const day = dayOf(year, 1, 1);
  const value = unitValue(day, grain);
  return {
    type: "DATE",
    value: grain === "decade" ? `${value}X` : value,
    interval: unitAround(civil(day).year === year ? day : day, grain),
    grain,
    reason: `names the ${grain}`,
  };
}

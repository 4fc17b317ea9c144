import type { Form } from "../form.ts";

/** A reference without a date: "now", "currently", "recently", "in the past", "in the near future". TIMEX3 gives these a value of their own. */
export const reference: Form = {
  name: "reference",
  read(tokens, i) {
    const found = tokens.lexicon.references.at(tokens, i);
    if (!found) return undefined;
    const word = tokens.word(i);
    const next = tokens.word(found.end);
    if (tokens.glued(i) && tokens.word(i - 1) === "-") return undefined;
    // "the past five years" is a period; "the future president" is not a time.
    if (
      word === "the" &&
      (tokens.known(found.end)?.unit ||
        tokens.known(found.end)?.cardinal ||
        tokens.digits(found.end) ||
        tokens.known(found.end)?.vague ||
        next === "couple")
    )
      return undefined;
    if (next === "-" && tokens.glued(found.end)) return undefined;
    const value = found.value;
    return {
      end: found.end,
      absolute: true,
      resolve: () => ({ type: "DATE", value, reason: "points to the time of writing, before it or after it" }),
    };
  },
};

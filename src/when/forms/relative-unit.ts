import type { Context, Form, Meaning } from "../form.ts";
import { type Grain, move, unitAround, unitValue } from "../grain.ts";
import { readRelativeYear } from "./month.ts";

type Unit = Exclude<Grain, "season" | "day">;
const GRAINS = new Set<string>(["week", "weekend", "month", "year", "decade", "century"]);
const OPEN: Record<string, string> = {
  week: "XXXX-WXX",
  weekend: "XXXX-WXX-WE",
  month: "XXXX-XX",
  year: "XXXX",
  decade: "XXX",
  century: "XX",
};

/** A week, weekend, month, year … told from the day of writing: "last week", "this month", "the past year", "next weekend", "the following year". */
export const relativeUnit: Form = {
  name: "relative unit",
  read(tokens, i) {
    let j = tokens.skip(i, "the");
    const determined = j > i;
    let shift = tokens.known(j)?.direction;
    const way = tokens.word(j);
    if (shift) j++;
    if (shift === "here" && tokens.known(j)?.direction) {
      shift = tokens.known(j)?.direction;
      j++;
    }
    if (["entire", "whole", "full", "fiscal", "calendar", "academic", "school"].includes(tokens.word(j))) j++;
    const known = tokens.known(j);
    const name = known?.unit?.name;
    if (!name || known?.plural || !GRAINS.has(name)) return undefined;
    const grain = name as Unit;
    // "This Week": a title
    if (tokens.capitalised(j) && tokens.text[tokens.ends[j]! - 1]!.toLowerCase() === tokens.text[tokens.ends[j]! - 1]) return undefined;
    if (!shift && !(determined && (grain === "weekend" || grain === "week" || grain === "year" || grain === "month"))) return undefined;
    if (!shift && grain === "year" && /^(ended|ending)$/.test(tokens.word(j + 1)))
      return { end: j + 1, absolute: true, resolve: () => ({ type: "DURATION", value: "P1Y", reason: "a length of time" }) };
    if (!shift && grain !== "weekend" && /^(of|that|when|ended|ending|before|after|[-])$/.test(tokens.word(j + 1))) return undefined;
    if (tokens.word(j + 1) === "-" && tokens.glued(j + 1)) return undefined;
    if (grain === "week" && readRelativeYear(tokens, j + 1)) return undefined;
    const end = tokens.word(j + 1) === "or" && tokens.word(j + 2) === "so" ? j + 3 : j + 1;
    const anchoredInText = shift === "there" || way === "subsequent";
    return {
      end,
      ...(anchoredInText ? {} : { open: OPEN[grain]! }),
      resolve: (context) => resolveUnit(grain, shift, way, determined, context),
    };
  },
};

function resolveUnit(
  grain: Unit,
  shift: "back" | "ahead" | "here" | "there" | undefined,
  way: string,
  determined: boolean,
  context: Context,
): Meaning | undefined {
  const told = context.told(grain);
  const fromTold =
    shift === "there" ||
    way === "following" ||
    way === "subsequent" ||
    way === "preceding" ||
    (way === "previous" && determined) ||
    (way === "next" && determined && context.tense === "past");
  if (fromTold) {
    if (!told)
      return shift === "there" || way === "subsequent"
        ? undefined
        : unit(context.reference, grain, shift === "ahead" ? 1 : -1, "published");
    return unit(told.interval.earliest, grain, shift === "ahead" ? 1 : shift === "back" ? -1 : 0, "told");
  }
  if (shift === "back") return unit(context.reference, grain, -1, "published");
  if (shift === "ahead") return unit(context.reference, grain, 1, "published");
  if (grain === "weekend" && !shift) return unit(context.reference, grain, weekendShift(context), "published");
  return unit(context.reference, grain, 0, "published");
}

/** "Over the weekend" in the past tense is the last one that has begun; otherwise the one to come. */
function weekendShift(context: Context): number {
  const own = unitAround(context.reference, "weekend");
  return context.tense === "future" || context.reference >= own.earliest ? 0 : -1;
}

function unit(from: number, grain: Unit, shift: number, against: "published" | "told"): Meaning {
  const day = move(from, grain, shift);
  return {
    type: "DATE",
    value: unitValue(day, grain),
    interval: unitAround(day, grain),
    grain,
    against,
    reason: `the ${grain} ${shift < 0 ? "before" : shift > 0 ? "after" : "of"} ${against === "told" ? "the last date told" : "the day of writing"}`,
  };
}

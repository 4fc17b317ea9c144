import type { PloverType } from "../../src/what/layers.ts";

/** PLOVER's quad classes: said or done, for or against. */
export type Family = "verbal-cooperation" | "material-cooperation" | "verbal-conflict" | "material-conflict";

export const FAMILY: Readonly<Record<PloverType, Family>> = {
  AGREE: "verbal-cooperation",
  CONSULT: "verbal-cooperation",
  SUPPORT: "verbal-cooperation",
  CONCEDE: "verbal-cooperation",
  COOPERATE: "material-cooperation",
  AID: "material-cooperation",
  RETREAT: "material-cooperation",
  REQUEST: "verbal-conflict",
  ACCUSE: "verbal-conflict",
  REJECT: "verbal-conflict",
  THREATEN: "verbal-conflict",
  PROTEST: "material-conflict",
  SANCTION: "material-conflict",
  MOBILIZE: "material-conflict",
  COERCE: "material-conflict",
  ASSAULT: "material-conflict",
};

export const FAMILIES: readonly { readonly family: Family; readonly name: string }[] = [
  { family: "material-conflict", name: "material conflict" },
  { family: "verbal-conflict", name: "verbal conflict" },
  { family: "verbal-cooperation", name: "verbal cooperation" },
  { family: "material-cooperation", name: "material cooperation" },
];

const numbers = new Intl.NumberFormat(undefined);
const dates = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
const months = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", timeZone: "UTC" });
const instants = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const percents = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const countries = new Intl.DisplayNames(undefined, { type: "region", fallback: "code" });

/** A number in the reader's locale. */
export const number = (n: number): string => numbers.format(n);
export const decimal = (n: number): string => oneDigit.format(n);
export const percent = (n: number): string => percents.format(n);
export const instant = (iso: string): string => instants.format(new Date(iso));

/** An ISO date as precise as it is given, in the reader's locale; what is no date stays as it is. */
export function date(iso: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(iso)) return dates.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
  if (/^\d{4}-\d\d$/.test(iso)) return months.format(new Date(`${iso}-01T00:00:00Z`));
  return iso;
}

/** From the earliest to the latest day. */
export function dateRange(time: { readonly earliest?: string | undefined; readonly latest?: string | undefined } | undefined): string {
  if (!time) return "";
  const { earliest, latest } = time;
  if (earliest === undefined) return latest === undefined ? "" : `until ${date(latest)}`;
  if (latest === undefined) return `since ${date(earliest)}`;
  return earliest === latest ? date(earliest) : `${date(earliest)} – ${date(latest)}`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** ASSAULT → Assault. */
export function typeName(type: string): string {
  return type.charAt(0) + type.slice(1).toLowerCase();
}

export { countries };

import type { PloverType } from "./layers.ts";
import type { Acled, EventSense } from "./sense.ts";

/** ACLED event and sub-event for a PLOVER mode, for triggers whose mode came from an instrument. Source: ACLED codebook, 2023. */
const ACLED_OF_MODE: Readonly<Record<string, Acled>> = {
  "ASSAULT/aerial": { event: "Explosions/Remote violence", subEvent: "Air/drone strike" },
  "ASSAULT/drone": { event: "Explosions/Remote violence", subEvent: "Air/drone strike" },
  "ASSAULT/heavy-weapons": { event: "Explosions/Remote violence", subEvent: "Shelling/artillery/missile attack" },
  "ASSAULT/explosives": { event: "Explosions/Remote violence", subEvent: "Remote explosive/landmine/IED" },
  "ASSAULT/suicide-attack": { event: "Explosions/Remote violence", subEvent: "Suicide bomb" },
  "ASSAULT/chemical": { event: "Explosions/Remote violence", subEvent: "Chemical weapon" },
  "ASSAULT/abduct": { event: "Violence against civilians", subEvent: "Abduction/forced disappearance" },
  "ASSAULT/sexual": { event: "Violence against civilians", subEvent: "Sexual violence" },
  "ASSAULT/destroy": { event: "Strategic developments", subEvent: "Looting/property destruction" },
  "COERCE/arrest": { event: "Strategic developments", subEvent: "Arrests" },
  "PROTEST/riot": { event: "Riots", subEvent: "Violent demonstration" },
  "RETREAT/ceasefire": { event: "Strategic developments", subEvent: "Agreement" },
  "RETREAT/disarm": { event: "Strategic developments", subEvent: "Disrupted weapons use" },
};

const ACLED_OF_TYPE: Readonly<Partial<Record<PloverType, Acled>>> = {
  ASSAULT: { event: "Battles", subEvent: "Armed clash" },
  PROTEST: { event: "Protests", subEvent: "Peaceful protest" },
};

/**
 * The ACLED event and sub-event type of a coded event, or undefined for what ACLED does not record (statements, meetings, aid).
 * The trigger's own sense decides; a mode learnt from an instrument near it decides before that.
 */
export function acledOf(event: { readonly type: PloverType; readonly mode?: string | undefined }, sense?: EventSense): Acled | undefined {
  const byMode = event.mode === undefined ? undefined : ACLED_OF_MODE[`${event.type}/${event.mode}`];
  if (byMode !== undefined && event.mode !== sense?.mode) return byMode;
  if (sense !== undefined && sense.type === event.type && sense.acled !== undefined) return sense.acled;
  return byMode ?? ACLED_OF_TYPE[event.type];
}

const ROOT: Readonly<Record<PloverType, string>> = {
  AGREE: "03",
  CONSULT: "04",
  SUPPORT: "05",
  COOPERATE: "06",
  AID: "07",
  CONCEDE: "08",
  RETREAT: "08",
  REQUEST: "10",
  ACCUSE: "11",
  REJECT: "12",
  THREATEN: "13",
  PROTEST: "14",
  MOBILIZE: "15",
  SANCTION: "16",
  COERCE: "17",
  ASSAULT: "18",
};

/** ASSAULT by these modes is CAMEO 18 (assault: unconventional violence); the conventional use of force by armed forces is 19 (fight). */
const FIGHT = new Set(["aerial", "drone", "heavy-weapons", "firearms"]);

/**
 * CAMEO 1.1b3 root code, two digits, of a PLOVER event. PLOVER's ASSAULT joins CAMEO 18, 19 and 20: the mode, and for events
 * without one ACLED's "Battles", say which. Investigations are CAMEO 09, chemical and nuclear attacks 20.
 */
export function cameoRootOf(event: {
  readonly type: PloverType;
  readonly mode?: string | undefined;
  readonly contexts?: readonly string[];
  readonly acled?: Acled | undefined;
}): string {
  if (event.type === "ACCUSE" && event.mode === "investigate") return "09";
  if (event.type === "COERCE" && event.mode === "seize") return "19";
  if (event.type !== "ASSAULT") return ROOT[event.type];
  if (event.contexts?.includes("cbrn")) return "20";
  if (event.mode !== undefined) return FIGHT.has(event.mode) ? "19" : "18";
  return event.acled?.event === "Battles" ? "19" : "18";
}

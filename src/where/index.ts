/** Place names to gazetteer places, and where events happened. */
export { distanceKm } from "./distance.ts";
export { eventPlaceStage } from "./event-places.ts";
export type { Gazetteer, GazetteerHit, GazetteerPlace } from "./gazetteer.ts";
export { isCountry } from "./gazetteer.ts";
export { type ImportProgress, importGazetteer } from "./import.ts";
export { placeKey } from "./key.ts";
export { loadPlaceKnowledge, type PlaceKnowledge } from "./knowledge.ts";
export { EVENT_PLACES, type EventPlace, PLACES, type PlaceCandidate, type PlaceMention } from "./layers.ts";
export { openGazetteer } from "./open.ts";
export { placesStage } from "./places-stage.ts";

/** Who did it to whom: participants of events, identities of actors, the directory of actors. */
export { argumentStage } from "./arguments.ts";
export * from "./directory/index.ts";
export * from "./identity/index.ts";
export * from "./layers.ts";
export { namesNobody } from "./nobody.ts";

/** The directory of actors: what the program knows of states, groups, people and media, and the ways to ask it. */
export type { Directory } from "./directory.ts";
export { activeAt, covers, type DirectoryEntry, type Relation, type RelationKind, type Tenure } from "./entry.ts";
export { importActors } from "./import-actors.ts";
export type { Imported } from "./imported.ts";
export { type ExtraFile, loadDirectory } from "./load.ts";
export { addActor, keepActors, type ListOptions, listActors, type NewActor, searchActors } from "./manage.ts";
export type { FindOptions, Match } from "./match.ts";
export type { Office } from "./offices.ts";
export { isCaseless, type KnownActor, scanActors } from "./scan.ts";

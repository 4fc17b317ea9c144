import { layer, type Span } from "../document/index.ts";

/** What an actor can be. */
export const ACTOR_KINDS = [
  "person",
  "people",
  "organization",
  "armed group",
  "military",
  "police",
  "government",
  "state",
  "international organization",
  "media",
  "facility",
  "vehicle",
  "other",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One identity in this document, with everything it was called. */
export interface Actor {
  readonly id: string;
  /** Canonical name where known, else the longest mention. */
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** Id in the actor directory, when resolved: "kataib-hezbollah". */
  readonly known?: string;
  readonly role?: string;
  /** Actor ids: backed by, part of, in charge of. */
  readonly affiliations?: readonly string[];
  readonly mentions: readonly { readonly span: Span; readonly text: string; readonly form: "name" | "nominal" | "pronoun" }[];
  /** Which of kind and country were inferred from the words around and not found in the directory. */
  readonly inferred?: readonly ("kind" | "country")[];
}

export type Role = "actor" | "recipient" | "instrument" | "place";

/** A participant of an event, at the characters that name it. */
export interface EventArgument {
  /** Index into TRIGGERS. */
  readonly trigger: number;
  readonly role: Role;
  readonly span: Span;
  /** Global index of the argument's syntactic head among WORDS. */
  readonly head: number;
  /** Id of the actor, for actors and recipients. */
  readonly actor?: string;
  readonly kind: ActorKind | "weapon";
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export const ACTORS = layer<readonly Actor[]>("actors");
export const ARGUMENTS = layer<readonly EventArgument[]>("arguments");

/** A word or phrase that may be a participant of an event, whether or not it was found to be one, with what speaks for it. */
export interface Proposal {
  /** Index into TRIGGERS. */
  readonly trigger: number;
  /** Global index of the syntactic head among WORDS. */
  readonly head: number;
  readonly span: Span;
  /** Id of the actor. */
  readonly actor?: string;
  readonly kind: ActorKind | "weapon";
  /** How likely the classifier thinks each role. */
  readonly odds: Readonly<Record<"actor" | "recipient", number>>;
  /** How well what it names fits each role where it stands, 0..1. */
  readonly fit: Readonly<Record<"actor" | "recipient", number>>;
  /** What the rules found it to be, and how surely. */
  readonly rules: readonly { readonly role: Role; readonly confidence: number; readonly reasons: readonly string[] }[];
  /** The preposition before it; empty when there is none. */
  readonly marker: string;
}

export const PROPOSALS = layer<readonly Proposal[]>("participant proposals");

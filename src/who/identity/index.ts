/** Who is who in a text: the ACTORS layer. */
export { findKnownActors, type KnownWords } from "./known.ts";
export { type IdentityInput, identify, identityStage } from "./stage.ts";

/** Who takes part in an event, chosen from everybody whom its tellings and the text around them offer. */
export { candidatesOf } from "./candidates.ts";
export { type Chosen, chooseParticipants, type ParticipantModel } from "./choose.ts";
export { PARTS, type Part, participantValues, SEATS, type ToldEvent, VALUE_NAMES } from "./features.ts";
export { loadParticipantModel, PARTICIPANT_MODEL } from "./model.ts";
export { type TextView, textView } from "./text-view.ts";

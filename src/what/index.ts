/** What happened: words that tell of events, their PLOVER types and modes, what they cost in people. */

export { casualtyStage } from "./casualty-stage.ts";
export { acledOf, cameoRootOf } from "./crosswalk.ts";
export {
  CASUALTIES,
  type Casualty,
  type Harm,
  PLOVER_TYPES,
  type PloverType,
  REJECTED_TRIGGERS,
  type RejectedTrigger,
  TRIGGERS,
  type Trigger,
} from "./layers.ts";
export { EventLexicon, type LexiconOptions, loadEventLexicon } from "./lexicon.ts";
export { numberOf } from "./quantity.ts";
export { classifyRelation, loadRelationModel, type Relation, type RelationModel, type RelationType } from "./relation.ts";
export type { Acled, Doubt, EventSense, Frame, PartOfSpeech, Slot } from "./sense.ts";
export { loadTriggerModel, type TriggerModel, triggerModel } from "./trigger-model.ts";
export { triggerStage } from "./trigger-stage.ts";

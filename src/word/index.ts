/** On whose word: attributions, the chain of sources behind each event, and how certain, positive and real each event is. */
export { type Assessment, assessEvent } from "./assess-event.ts";
export { attributionStage, eventAttributionStage } from "./attributions.ts";
export { type CueEntry, type CueLexicon, loadCueLexicon } from "./cue-lexicon.ts";
export { eventSourceStage } from "./event-sources.ts";
export { factualityStage } from "./factuality.ts";
export { type FactualityLexicon, loadFactualityLexicon } from "./factuality-lexicon.ts";
export type { AttributionModel } from "./find-attributions.ts";
export * from "./layers.ts";
export { loadAttributionModel } from "./load-model.ts";
export { type Quotation, quotations } from "./quotation.ts";
export { reading } from "./reading.ts";

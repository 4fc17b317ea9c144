/** Text to sentences, words, tags, lemmas, morphology and dependency trees. */

export { toConllu } from "./conllu.ts";
export { chainStage, loadChainModel } from "./coreference/chains.ts";
export { drawTree } from "./draw-tree.ts";
export * from "./layers.ts";
export { type HeadNouns, loadHeadNouns } from "./mentions/head-nouns.ts";
export { loadMentionModel, type MentionModel, mentionStage } from "./mentions/mentions.ts";
export { parse } from "./parse-text.ts";
export { loadParser, type ParsedWord, type Parser } from "./parser.ts";
export { wordsStage } from "./words-stage.ts";

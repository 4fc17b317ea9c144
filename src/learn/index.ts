/** What small trained models have in common: linear classifiers over hashed features. Depends on nothing. */
export { type Classifier, classify, hashFeature, likeliest, packClassifier, readClassifier } from "./classifier.ts";
export { begin, FeatureSet, hashOf } from "./feature-set.ts";
export { type Spelling, spell, spellBoolean, spellNumber } from "./spelling.ts";
export { type Classes, loadWordClasses, type WordClasses } from "./word-classes.ts";

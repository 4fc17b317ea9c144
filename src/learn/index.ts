/** What small trained models have in common: linear classifiers over hashed features. Depends on nothing. */
export { type Classifier, classify, hashFeature, likeliest, packClassifier, readClassifier } from "./classifier.ts";

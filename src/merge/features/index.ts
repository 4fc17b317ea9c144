import { injuredFeature, killedFeature } from "./casualties.ts";
import type { Feature } from "./feature.ts";
import { actorsFeature, instrumentsFeature, peopleFeature, recipientsFeature } from "./participants.ts";
import { placeFeature, regionFeature } from "./place.ts";
import { gapFeature, linkFeature, timeFeature } from "./time.ts";
import { placeAndTimeFeature, wordsAndTimeFeature } from "./together.ts";
import { modeFeature, typeFeature } from "./type.ts";
import { copyFeature, manyWordsFeature, rarestFeature, someWordsFeature, titleFeature } from "./words.ts";

/** Every reason that a pair of reports is judged by, in the order in which it is told. */
export const FEATURES: readonly Feature[] = [
  typeFeature,
  modeFeature,
  placeFeature,
  regionFeature,
  timeFeature,
  placeAndTimeFeature,
  actorsFeature,
  recipientsFeature,
  instrumentsFeature,
  killedFeature,
  injuredFeature,
  peopleFeature,
  someWordsFeature,
  manyWordsFeature,
  rarestFeature,
  titleFeature,
  wordsAndTimeFeature,
  copyFeature,
  gapFeature,
  linkFeature,
];

export type { Feature } from "./feature.ts";

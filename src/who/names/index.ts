/** Names as they are compared: folding, transliteration, titles, the parts of a person's name. */
export { fold } from "./fold.ts";
export { givenName } from "./given-names.ts";
export { type PersonName, personName, samePerson } from "./person.ts";
export { keyOfName, nameKey, type Piece, pieces } from "./pieces.ts";
export { skeleton } from "./skeleton.ts";
export { isTitle, type Title, type TitleClass, titleAt } from "./titles.ts";

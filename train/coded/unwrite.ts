import type { Span } from "../../src/document/index.ts";
import type { CaseEvent, CaseRow, CodedArticle, CodedEvent, Wordings } from "./article.ts";

/** Takes the text out of an article coded in the form of the cases. Throws an Error that names the words that are not in the text. */
export function unwrite(row: CaseRow & { readonly file: string }): CodedArticle {
  const { id, file, published, text } = row;
  return { file, id, published: published ?? null, events: row.events.map((event) => unwriteEvent(event, text, id)) };
}

function unwriteEvent(event: CaseEvent, text: string, id: string): CodedEvent {
  const find = (words: string, from = 0): Span => {
    const at = text.indexOf(words, from);
    if (at < 0 || words === "") throw new Error(`${id}: “${words}” is not in the text`);
    return [at, at + words.length];
  };
  const each = (list: readonly (readonly string[])[]): Wordings[] => list.map((wordings) => wordings.map((w) => find(w)));
  const { type, mode, time, killed, injured, abducted, detained, reality, certainty, polarity, must, place } = event;
  return {
    type,
    mode: mode ?? null,
    tellings: event.quotes.map((words, i) => {
      const quote = find(words);
      return { quote, trigger: find(event.triggers[i] ?? event.trigger, quote[0]) };
    }),
    actors: each(event.actors),
    recipients: each(event.recipients),
    instruments: each(event.instruments),
    sources: each(event.sources),
    place: place && { names: place.names.map((w) => find(w)), country: place.country, lat: place.lat, lon: place.lon, km: place.km },
    time: time ?? null,
    killed: killed ?? null,
    injured: injured ?? null,
    abducted: abducted ?? null,
    detained: detained ?? null,
    reality,
    certainty,
    polarity,
    must,
  };
}

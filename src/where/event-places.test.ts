import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { SENTENCES, type Sentence, type Upos, WORDS, type Word } from "../parse/layers.ts";
import { type PloverType, TRIGGERS, type Trigger } from "../what/layers.ts";
import { eventPlaceStage } from "./event-places.ts";
import { EVENT_PLACES, JOINED_PLACES, PLACES, type PlaceMention } from "./layers.ts";

/** One word as "form/UPOS/relation/head", the head counted from 1 within its sentence, 0 the root. */
function documentOf(
  sentences: readonly string[],
  places: readonly (Partial<PlaceMention> & { text: string })[],
  trigger: string,
  type: PloverType,
): Document {
  let text = "";
  const words: Word[] = [];
  const found: Sentence[] = [];
  for (const sentence of sentences) {
    const first = words.length;
    const start = text.length;
    for (const token of sentence.split(" ")) {
      const [form = "", upos = "X", relation = "dep", head = "0"] = token.split("/");
      words.push({
        index: words.length,
        span: [text.length, text.length + form.length],
        text: form,
        lemma: form,
        upos: upos as Upos,
        xpos: "",
        morphology: {},
        head: Number(head) === 0 ? -1 : first + Number(head) - 1,
        relation,
        sentence: found.length,
      });
      text += `${form} `;
    }
    found.push({ span: [start, text.length - 1], words: [first, words.length], paragraph: 0, kind: "prose" });
  }
  const mentions = places.map((place, i): PlaceMention => {
    const at = text.indexOf(place.text);
    return {
      id: `p${i + 1}`,
      span: [at, at + place.text.length],
      name: place.text,
      latitude: 33,
      longitude: 44,
      country: "IRQ",
      use: "literal",
      featureCode: "PPL",
      confidence: 1,
      ...place,
    };
  });
  const word = words.find((w) => w.text === trigger)!;
  const event: Trigger = { index: 0, span: word.span, words: [word.index], type, contexts: [], sense: "test", confidence: 1, reasons: [] };
  return Document.from({ id: "t", text, language: "en" })
    .with(WORDS, words)
    .with(SENTENCES, found)
    .with(PLACES, mentions)
    .with(TRIGGERS, [event]);
}
const placeOf = (document: Document) => eventPlaceStage().run(document).get(EVENT_PLACES)[0]?.place;

const BOMBED = "Jets/NOUN/nsubj/2 bombed/VERB/root/0 Homs/PROPN/obj/2 near/ADP/case/5 Hama/PROPN/nmod/3";

test("an event is where its own adverbial says, before any other place of the sentence", () => {
  const sentence =
    "Officials/NOUN/nsubj/4 in/ADP/case/3 Paris/PROPN/nmod/1 said/VERB/root/0 rebels/NOUN/nsubj/6 attacked/VERB/ccomp/4 in/ADP/case/8 Ramadi/PROPN/obl/6";
  expect(placeOf(documentOf([sentence], [{ text: "Paris", country: "FRA" }, { text: "Ramadi" }], "attacked", "ASSAULT"))).toBe("p2");
});

test("what is attacked is where the attack is", () => {
  expect(placeOf(documentOf([BOMBED], [{ text: "Homs" }], "bombed", "ASSAULT"))).toBe("p1");
});

test("a name that says whose is never where", () => {
  const sentence = "Iraqi/ADJ/amod/2 troops/NOUN/nsubj/3 attacked/VERB/root/0 them/PRON/obj/3";
  expect(
    placeOf(documentOf([sentence], [{ text: "Iraqi", use: "associative", featureCode: "PCLI" }], "attacked", "ASSAULT")),
  ).toBeUndefined();
});

test("a verbal act has no place", () => {
  const sentence = "Leaders/NOUN/nsubj/2 condemned/VERB/root/0 it/PRON/obj/2 in/ADP/case/5 Cairo/PROPN/obl/2";
  expect(placeOf(documentOf([sentence], [{ text: "Cairo" }], "condemned", "ACCUSE"))).toBeUndefined();
});

test("a sentence without a place goes on where the one before was", () => {
  const next = "They/PRON/nsubj/2 shelled/VERB/root/0 it/PRON/obj/2 again/ADV/advmod/2";
  expect(placeOf(documentOf([BOMBED, next], [{ text: "Homs" }], "shelled", "ASSAULT"))).toBe("p1");
});

test("what befell somebody before a journey was not where the journey ended", () => {
  const sentence =
    "After/SCONJ/mark/3 being/AUX/aux:pass/3 captured/VERB/advcl/8 in/ADP/case/5 Basra/PROPN/obl/3 he/PRON/nsubj:pass/8 was/AUX/aux:pass/8 flown/VERB/root/0 to/ADP/case/10 Amman/PROPN/obl/8";
  const amman = { text: "Amman", country: "JOR" };
  expect(placeOf(documentOf([sentence], [{ text: "Basra" }, amman], "captured", "COERCE"))).toBe("p1");
});

test("a visit is where the visited place is, and the talks that follow go on there", () => {
  const visit = "He/PRON/nsubj/2 visit/VERB/root/0 Ankara/PROPN/obj/2";
  const talks = "They/PRON/nsubj/2 discussed/VERB/root/0 trade/NOUN/obj/2";
  expect(placeOf(documentOf([visit], [{ text: "Ankara", country: "TUR" }], "visit", "CONSULT"))).toBe("p1");
  const both = documentOf([visit, talks], [{ text: "Ankara", country: "TUR" }], "visit", "CONSULT");
  const [first] = both.get(TRIGGERS);
  const word = both.get(WORDS).find((w) => w.text === "discussed")!;
  const second = { ...first!, index: 1, span: word.span, words: [word.index] as const };
  const two = Document.from(both.source)
    .with(WORDS, both.get(WORDS))
    .with(SENTENCES, both.get(SENTENCES))
    .with(PLACES, both.get(PLACES))
    .with(TRIGGERS, [first!, second]);
  expect(
    eventPlaceStage()
      .run(two)
      .get(EVENT_PLACES)
      .map(({ place, assumed }) => `${place} ${assumed === true}`),
  ).toEqual(["p1 false", "p1 true"]);
});

test("what is talked about is not where the talks are", () => {
  const sentence = "Talks/NOUN/nsubj/5 on/ADP/case/3 fighting/NOUN/nmod/1 in/ADP/case/6 ended/VERB/root/0 Homs/PROPN/nmod/3";
  expect(placeOf(documentOf([sentence], [{ text: "Homs" }], "Talks", "CONSULT"))).toBeUndefined();
});

test("“here” is where the report was written", () => {
  const head = "AMMAN/PROPN/root/0";
  const met = "Envoys/NOUN/nsubj/2 met/VERB/root/0 here/ADV/advmod/2";
  const document = documentOf([head, met], [{ text: "AMMAN", country: "JOR" }], "met", "CONSULT");
  const sentences = document.get(SENTENCES).map((s, i) => (i === 0 ? { ...s, kind: "dateline" as const } : { ...s, paragraph: 9 }));
  const dated = Document.from(document.source)
    .with(WORDS, document.get(WORDS))
    .with(SENTENCES, sentences)
    .with(PLACES, document.get(PLACES))
    .with(TRIGGERS, document.get(TRIGGERS));
  expect(placeOf(dated)).toBe("p1");
});

test("an event that is told of two places named together has them both", () => {
  const sentence = "Raids/NOUN/nsubj/6 in/ADP/case/3 Hama/PROPN/nmod/1 and/CCONJ/cc/5 Homs/PROPN/conj/3 killed/VERB/root/0 ten/NUM/obj/6";
  const done = eventPlaceStage().run(
    documentOf(
      [sentence],
      [
        { text: "Hama", latitude: 35 },
        { text: "Homs", latitude: 34.6 },
      ],
      "Raids",
      "ASSAULT",
    ),
  );
  expect(done.get(EVENT_PLACES)[0]?.place).toBe("j1");
  expect(done.get(JOINED_PLACES)[0]).toMatchObject({ text: "Hama and Homs", latitude: 34.8 });
});

test("what a meeting discusses, and who it is between, is not where it is", () => {
  const discussed = "They/PRON/nsubj/2 discuss/VERB/root/0 fighting/NOUN/obj/2 in/ADP/case/5 Homs/PROPN/nmod/3";
  expect(placeOf(documentOf([discussed], [{ text: "Homs" }], "discuss", "CONSULT"))).toBeUndefined();
  const between = "Talks/NOUN/nsubj/4 between/ADP/case/3 Iraq/PROPN/nmod/1 ended/VERB/root/0";
  expect(placeOf(documentOf([between], [{ text: "Iraq", featureCode: "PCLI" }], "Talks", "CONSULT"))).toBeUndefined();
});

test("a town that is only named as whose says where a report plays that names no other place", () => {
  const sentence = "Rome/PROPN/nmod:poss/2 mayor/NOUN/nsubj:pass/3 arrested/VERB/root/0";
  const rome = { text: "Rome", use: "associative", featureCode: "PPLC", country: "ITA" } as const;
  expect(placeOf(documentOf([sentence], [rome], "arrested", "COERCE"))).toBe("p1");
});

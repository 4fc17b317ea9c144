import { describe, expect, test } from "vitest";
import { languageOf } from "./language.ts";

describe("the language of a text", () => {
  test("is told from its words", () => {
    const english =
      "The army said on Monday that it had retaken the town from the rebels after two days of fighting in which at least nine people died.";
    const french =
      "Le ministère de la Défense a annoncé lundi que quatre soldats avaient été tués dans une embuscade près de la frontière malienne.";
    const arabic = "أعلنت وزارة الدفاع يوم الاثنين مقتل أربعة جنود في كمين قرب الحدود الشمالية للبلاد بعد اشتباكات استمرت ساعات";
    expect(languageOf(english).language).toBe("en");
    expect(languageOf(french).language).toBe("fr");
    expect(languageOf(arabic).language).toBe("ar");
  });

  test("is what the page declares where the words do not tell, and unknown where nothing does", () => {
    expect(languageOf("12 34", "en-GB")).toEqual({ language: "en", declared: true });
    expect(languageOf("12 34")).toEqual({ language: "und", declared: false });
  });

  test("is not taken from a declaration that the words contradict", () => {
    expect(
      languageOf("Die Polizei nahm am Montag in der Stadt drei Männer fest, die einen Anschlag geplant haben sollen.", "en").language,
    ).toBe("de");
  });
});

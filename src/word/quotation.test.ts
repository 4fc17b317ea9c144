import fc from "fast-check";
import { expect, test } from "vitest";
import { quotations } from "./quotation.ts";

const texts = (text: string) => quotations(text).map((q) => text.slice(...q.span));

test.each([
  ["“The bridge is gone,” she said.", ["“The bridge is gone,”"]],
  ['He called it "a disgrace" twice.', ['"a disgrace"']],
  ["«On a tout perdu», a-t-il dit.", ["«On a tout perdu»"]],
  ["The „Falken“ brigade left.", ["„Falken“"]],
  ["‘We won’t leave,’ he said.", ["‘We won’t leave,’"]],
])("quotation marks of many kinds: %s", (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test("apostrophes open nothing", () => {
  expect(texts("The rebels' leader didn't see the soldiers' camp in '99.")).toEqual([]);
});

test("a quotation inside a quotation is part of it", () => {
  expect(texts("“He said ‘go home’ to us,” she said.")).toEqual(["“He said ‘go home’ to us,”"]);
});

test("a paragraph that opens a quotation and does not close it is open, and the next one is found too", () => {
  const found = quotations("“We left at dawn.\n\n“We came back at night,” he said.");
  expect(found.map((q) => q.open)).toEqual([true, false]);
});

test("whatever the text, quotations stand in order, inside the text, without overlap, and in one paragraph", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("“", "”", '"', "‘", "’", "'", "«", "»", "a", " ", "\n", ".", "é", "\ud800", "😀"), { maxLength: 80 }),
      (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const { span } of quotations(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(text.slice(...span)).not.toContain("\n");
          end = span[1];
        }
      },
    ),
  );
});

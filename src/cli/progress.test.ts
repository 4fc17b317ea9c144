import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { Progress } from "./progress.ts";
import { Terminal } from "./terminal.ts";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = Object.assign(
    new Writable({
      write(chunk, _, done) {
        written.push(String(chunk));
        done();
      },
    }),
    { isTTY, columns: 80 },
  );
  return { written, terminal: new Terminal({ out: stream, err: stream, environment: {} }) };
}

test("tells how many, how fast, how long still, and what failed", () => {
  const progress = new Progress(terminal(true).terminal, "articles");
  progress.total = 5000;
  progress.done = 1204;
  progress.failed = 2;
  expect(progress.sentence(100)).toBe("1,204 of 5,000 articles · 12.0 a second · 5 min left · 2 failed");
});

test("is silent where nobody watches", () => {
  const { written, terminal: plain } = terminal(false);
  const progress = new Progress(plain, "articles");
  for (let i = 0; i < 100; i++) progress.step();
  progress.end();
  expect(written).toEqual([]);
});

import { mergeRecords } from "../src/merge/index.ts";
import { madeRecords } from "../src/merge/made.fixture.ts";

const SIZES = [10_000, 100_000, 1_000_000];

/**
 * How long merging takes as the number of reports grows tenfold: made reports, spread over days as news is. `DATELINE_MERGE_SIZES` names
 * other sizes. A million need about 8 GB: run node with --max-old-space-size=12000.
 */
export async function report(): Promise<string> {
  const sizes = process.env.DATELINE_MERGE_SIZES?.split(",").map(Number) ?? SIZES;
  const lines: string[] = [];
  let before: number | undefined;
  mergeRecords(madeRecords(3000));
  for (const size of sizes) {
    const records = madeRecords(size);
    const began = performance.now();
    const { events } = mergeRecords(records);
    const seconds = (performance.now() - began) / 1000;
    const ratio = before === undefined ? "" : `  ${(seconds / before).toFixed(1)} times the size before`;
    lines.push(
      `merging ${size.toLocaleString("en")} reports: ${seconds.toFixed(2)} s, ${events.length.toLocaleString("en")} events${ratio}`,
    );
    console.log(lines.at(-1));
    before = seconds;
  }
  return lines.join("\n");
}

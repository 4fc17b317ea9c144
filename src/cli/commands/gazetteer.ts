import { existsSync } from "node:fs";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError, EXIT } from "../exit.ts";
import { Progress } from "../progress.ts";

/** `dateline gazetteer import`: a full GeoNames dump instead of the embedded places. */
export const gazetteerCommand: CliCommand = (program, context) => {
  const gazetteer = program.command("gazetteer").description("work with a larger gazetteer than the embedded one");
  gazetteer
    .command("import")
    .description("make a gazetteer from an unpacked GeoNames dump, for --gazetteer")
    .argument("<folder>", "the folder with allCountries.txt, and alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt where wanted")
    .argument("<gazetteer>", "the file to make")
    .action((folder: string, file: string) => run(folder, file, context));
};

async function run(folder: string, file: string, context: CliContext): Promise<void> {
  if (!existsSync(folder)) throw new CliError(`there is no folder ${folder}`, EXIT.usage);
  const { importGazetteer } = await import("../../where/index.ts");
  const progress = new Progress(context.terminal, "rows");
  const { places } = await importGazetteer(folder, file, {
    onProgress: ({ rows }) => {
      progress.done = rows;
      progress.draw();
    },
  });
  progress.end();
  context.terminal.say(`${places.toLocaleString("en")} places in ${file}; code with --gazetteer ${file}`);
}

import type { CliCommand } from "../command.ts";
import { actorsCommand } from "./actors.ts";
import { agreementCommand } from "./agreement.ts";
import { codeCommand } from "./code.ts";
import { completionCommand } from "./completion.ts";
import { decideCommand } from "./decide.ts";
import { doctorCommand } from "./doctor.ts";
import { eventsCommand } from "./events.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { gazetteerCommand } from "./gazetteer.ts";
import { historyCommand } from "./history.ts";
import { ingestCommand } from "./ingest.ts";
import { mergeCommand } from "./merge.ts";
import { parseCommand } from "./parse.ts";
import { serveCommand } from "./serve.ts";
import { showCommand } from "./show.ts";

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CliCommand[] = [
  codeCommand,
  ingestCommand,
  mergeCommand,
  eventsCommand,
  showCommand,
  explainCommand,
  decideCommand,
  historyCommand,
  agreementCommand,
  exportCommand,
  serveCommand,
  actorsCommand,
  parseCommand,
  gazetteerCommand,
  doctorCommand,
  completionCommand,
];

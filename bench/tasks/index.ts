import type { BenchTask } from "../task.ts";

const LOADERS: Readonly<Record<string, () => Promise<{ task: BenchTask }>>> = {
  cases: () => import("./cases.ts"),
  quiet: () => import("./quiet.ts"),
  roles: () => import("./roles.ts"),
  relations: () => import("./relations.ts"),
  attribution: () => import("./attribution.ts"),
  times: () => import("./times.ts"),
  places: () => import("./places.ts"),
  pages: () => import("./pages.ts"),
  parse: () => import("./parse.ts"),
  entities: () => import("./entities.ts"),
  incidents: () => import("./incidents.ts"),
};

/** The names of all tasks, in the order of the table. */
export const TASKS: readonly string[] = Object.keys(LOADERS);

/** Loads one task's adapter. Throws for a name that is not in TASKS. */
export async function loadTask(name: string): Promise<BenchTask> {
  const load = LOADERS[name];
  if (!load) throw new RangeError(`no benchmark is called “${name}”`);
  return (await load()).task;
}

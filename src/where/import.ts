import { createReadStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { placeKey } from "./key.ts";

export interface ImportProgress {
  readonly phase: "places" | "names" | "divisions" | "index";
  /** Rows of this phase that were read so far. */
  readonly rows: number;
  /** Share of this phase's bytes that were read: 0..1. */
  readonly done: number;
}

export interface ImportOptions {
  /** Called about every 100,000 rows and at the end of each phase. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops the import: the promise is rejected with the signal's reason and no file is left. */
  readonly signal?: AbortSignal;
}

/** GeoNames feature codes of places where events happen, beside all divisions and settlements. */
const KEPT = new Set(
  "AIRB AIRF AIRP AIRQ AIRH NAVB INSM MFG PRT PRN CMP CMPRF CMPMIL HSP DAM PS PSN OILR OILT BDG PSTB CSTM GOVL UNIV MKT REFC BNKR FT ISL ISLS PEN CAPE MT MTS PASS VAL DSRT PLN SEA OCN GULF BAY STRT CHN LK LKS STM CNL RSV RGN CONT AREA CST MILB NVB OAS RESF FRST".split(
    " ",
  ),
);
const SKIPPED_LANGUAGES = new Set("link wkdt post iata icao faac unlc phon tcid fr_1793".split(" "));
const BATCH = 100_000;

async function* lines(file: string, report: (bytes: number) => void): AsyncGenerator<string> {
  let rest = "";
  let bytes = 0;
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 }) as AsyncIterable<string>) {
    bytes += Buffer.byteLength(chunk);
    report(bytes);
    const parts = (rest + chunk).split("\n");
    rest = parts.pop()!;
    // A line without end is no GeoNames row: it is cut, so that memory stays bounded.
    if (rest.length > 1 << 22) rest = "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}

/**
 * Imports a GeoNames dump (allCountries.txt, and where present alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt) into one SQLite
 * file. Atomic: written beside the target and renamed at the end, so that an interrupted import leaves the old file as it was. Settlements,
 * divisions, facilities, islands and waters are kept; churches, schools and hotels are not. Gives the number of places and of names.
 * Throws when allCountries.txt is missing.
 */
export async function importGazetteer(
  folder: string,
  sqliteFile: string,
  options: ImportOptions = {},
): Promise<{ places: number; names: number }> {
  const main = join(folder, "allCountries.txt");
  if (!existsSync(main)) throw new Error(`${main} is missing: download and unpack allCountries.zip from download.geonames.org/export/dump`);
  const temporary = `${sqliteFile}.importing`;
  rmSync(temporary, { force: true });
  const db = new DatabaseSync(temporary);
  try {
    db.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY");
    db.exec(`CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL, feature TEXT NOT NULL,
        country TEXT NOT NULL, admin1 TEXT NOT NULL, population INTEGER NOT NULL);
      CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, form TEXT NOT NULL);
      CREATE TABLE division (code TEXT PRIMARY KEY, name TEXT NOT NULL, id INTEGER) WITHOUT ROWID`);
    const place = db.prepare("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?)");
    const name = db.prepare("INSERT INTO name VALUES (?,?,?)");
    const division = db.prepare("INSERT OR REPLACE INTO division VALUES (?,?,?)");
    let places = 0;
    let names = 0;
    const kept = new Set<number>();
    const addName = (text: string, id: number, form: string) => {
      const key = placeKey(text);
      if (key === "" || key.length > 100) return;
      name.run(key, id, form);
      names++;
    };
    const read = async (phase: ImportProgress["phase"], file: string, each: (cells: string[]) => void) => {
      const size = Math.max(1, statSync(file).size);
      let [rows, bytes] = [0, 0];
      db.exec("BEGIN");
      for await (const line of lines(file, (n) => {
        bytes = n;
      })) {
        if (line !== "" && !line.startsWith("#")) each(line.split("\t"));
        if (++rows % BATCH === 0) {
          options.signal?.throwIfAborted();
          db.exec("COMMIT; BEGIN");
          options.onProgress?.({ phase, rows, done: Math.min(1, bytes / size) });
        }
      }
      db.exec("COMMIT");
      options.signal?.throwIfAborted();
      options.onProgress?.({ phase, rows, done: 1 });
    };
    await read("places", main, (c) => {
      const [id, latitude, longitude] = [Number(c[0]), Number(c[4]), Number(c[5])];
      const [type, code] = [c[6], c[7] ?? ""];
      if (!Number.isInteger(id) || !Number.isFinite(latitude) || !Number.isFinite(longitude) || !c[1]) return;
      if (!(type === "P" || type === "A" || KEPT.has(code)) || code === "PPLH" || (code.endsWith("H") && type === "A")) return;
      place.run(id, c[1], latitude, longitude, code, c[8] ?? "", c[10] ?? "", Number(c[14]) || 0);
      kept.add(id);
      places++;
      addName(c[1], id, "name");
      if (c[2] && placeKey(c[2]) !== placeKey(c[1])) addName(c[2], id, "alias");
    });
    const other = join(folder, "alternateNamesV2.txt");
    if (existsSync(other))
      await read("names", other, (c) => {
        const id = Number(c[1]);
        const language = c[2] ?? "";
        if (!kept.has(id) || !c[3] || SKIPPED_LANGUAGES.has(language) || c[7] === "1") return;
        addName(c[3], id, language === "abbr" ? "abbreviation" : "alias");
      });
    for (const file of ["admin1CodesASCII.txt", "admin2Codes.txt"]) {
      const path = join(folder, file);
      if (existsSync(path))
        await read("divisions", path, (c) => {
          if (c[0] && c[1]) division.run(c[0], c[1], Number(c[3]) || null);
        });
    }
    options.signal?.throwIfAborted();
    options.onProgress?.({ phase: "index", rows: 0, done: 0 });
    db.exec("CREATE INDEX name_key ON name (key); ANALYZE");
    options.onProgress?.({ phase: "index", rows: names, done: 1 });
    options.signal?.throwIfAborted();
    db.close();
    renameSync(temporary, sqliteFile);
    return { places, names };
  } catch (error) {
    if (db.isOpen) db.close();
    rmSync(temporary, { force: true });
    throw error;
  }
}

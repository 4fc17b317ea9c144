import { Columns, NUMBERS, type Somebody, TEXTS } from "./columns.ts";
import { Dictionary } from "./dictionary.ts";

export type ColumnArray = Float64Array | Int32Array | Uint8Array;

/** Columns taken apart into what can be written to a file. */
export interface ColumnParts {
  readonly lists: {
    readonly texts: readonly (readonly string[])[];
    readonly points: readonly string[];
    readonly names: readonly string[];
    readonly shown: readonly string[];
    readonly somebodies: readonly Somebody[];
  };
  readonly arrays: Readonly<Record<string, ColumnArray>>;
}

/** The columns' content, without the room that was kept for more. */
export function partsOf(columns: Columns): ColumnParts {
  const { size, nameCount } = columns;
  return {
    lists: {
      texts: TEXTS.map((name) => columns.dictionaries[name].values),
      points: columns.pointDictionary.values,
      names: columns.nameDictionary.values,
      shown: columns.nameShown,
      somebodies: columns.somebodies,
    },
    arrays: {
      keys: columns.keys.subarray(0, size),
      gone: columns.gone.subarray(0, size),
      points: columns.points.subarray(0, size),
      nameStart: columns.nameStart.subarray(0, size + 1),
      names: columns.names.subarray(0, nameCount),
      roles: columns.roles.subarray(0, nameCount),
      whos: columns.whos.subarray(0, nameCount),
      ...Object.fromEntries(TEXTS.map((name) => [`text ${name}`, columns.texts[name].subarray(0, size)])),
      ...Object.fromEntries(NUMBERS.map((name) => [`number ${name}`, columns.numbers[name].subarray(0, size)])),
    },
  };
}

/** Columns put together again. Throws when a part is missing or not as long as the others. */
export function columnsOf({ lists, arrays }: ColumnParts): Columns {
  const size = arrays.keys?.length ?? 0;
  const nameCount = arrays.names?.length ?? 0;
  const take = <T extends ColumnArray>(name: string, type: new (length: number) => T, length: number): T => {
    const array = arrays[name];
    if (!(array instanceof type) || array.length !== length) throw new Error(`the column “${name}” is not whole`);
    return array;
  };
  const columns = new Columns(lists.somebodies, lists.shown);
  columns.size = size;
  columns.nameCount = nameCount;
  columns.keys = take("keys", Float64Array, size);
  columns.gone = take("gone", Uint8Array, size);
  columns.goneCount = columns.gone.reduce((sum, one) => sum + one, 0);
  columns.points = take("points", Int32Array, size);
  columns.nameStart = take("nameStart", Int32Array, size + 1);
  columns.names = take("names", Int32Array, nameCount);
  columns.roles = take("roles", Uint8Array, nameCount);
  columns.whos = take("whos", Int32Array, nameCount);
  columns.pointDictionary = new Dictionary(lists.points);
  columns.nameDictionary = new Dictionary(lists.names);
  TEXTS.forEach((name, i) => {
    columns.dictionaries[name] = new Dictionary(lists.texts[i]);
    columns.texts[name] = take(`text ${name}`, Int32Array, size);
  });
  for (const name of NUMBERS) columns.numbers[name] = take(`number ${name}`, Float64Array, size);
  return columns;
}

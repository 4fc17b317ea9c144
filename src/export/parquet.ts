import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { EventRecord } from "../merge/index.ts";
import { CSV_COLUMNS } from "./csv.ts";
import type { ExportContext, ExportFormat } from "./format.ts";
import type { Cell } from "./table.ts";

const TYPE = { string: "STRING", date: "STRING", number: "DOUBLE", integer: "INT32" } as const satisfies Record<string, BasicType>;

/** Rows held at a time. */
const GROUP = 10_000;

/** Apache Parquet with the columns of csv; what is not known is null. */
export const parquet: ExportFormat = {
  name: "parquet",
  description: "Apache Parquet with the columns of csv, for pandas, R, DuckDB",
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  write: writeParquet,
};

async function* writeParquet(records: AsyncIterable<EventRecord>, { version }: ExportContext): AsyncGenerator<Uint8Array> {
  const columns = CSV_COLUMNS.map(({ name, datatype }) => ({ name, type: TYPE[datatype], nullable: true }));
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columns.map((column) => ({ ...column, data: [] })) }),
    createdBy: `Dateline ${version}`,
  });
  // Positions in the file count on while the buffer is emptied, as the library's own file writer does it.
  const take = (): Uint8Array => {
    const bytes = new Uint8Array(writer.buffer.slice(0, writer.index));
    writer.index = 0;
    return bytes;
  };
  let rows: Cell[][] = [];
  const flush = async () => {
    const columnData = columns.map((column, i) => ({ ...column, data: rows.map((row) => parquetValue(row[i], column.type)) }));
    await file.write({ columnData, rowGroupSize: GROUP });
    rows = [];
  };
  for await (const record of records) {
    rows.push(CSV_COLUMNS.map((column) => column.value(record)));
    if (rows.length < GROUP) continue;
    await flush();
    yield take();
  }
  if (rows.length > 0) await flush();
  await file.finish();
  yield take();
}

function parquetValue(cell: Cell, type: BasicType): string | number | null {
  if (cell === undefined) return null;
  if (type === "STRING") return String(cell).toWellFormed();
  return type === "INT32" ? Math.min(Number(cell), 2 ** 31 - 1) : Number(cell);
}

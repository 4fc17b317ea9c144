/**
 * Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, line breaks and doubled quotes. A semicolon or tab
 * as separator is told from the first line. Linear in the text.
 */
export function parseCsv(text: string): string[][] {
  const first = text.slice(0, Math.max(0, text.indexOf("\n")) || text.length);
  const separator = first.includes("\t") ? "\t" : first.includes(",") ? "," : ";";
  const rows: string[][] = [];
  let row: string[] = [];
  let field: string[] = [];
  let start = 0;
  let quoted = false;
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  start = begin;
  const endField = (at: number): void => {
    field.push(text.slice(start, at));
    row.push(field.join("").trim());
    field = [];
  };
  for (let i = begin; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') continue;
      field.push(text.slice(start, i));
      if (text[i + 1] === '"') {
        field.push('"');
        i++;
      } else quoted = false;
      start = i + 1;
    } else if (c === '"' && text.slice(start, i).trim() === "" && field.length === 0) {
      quoted = true;
      start = i + 1;
    } else if (c === separator) {
      endField(i);
      start = i + 1;
    } else if (c === "\n" || c === "\r") {
      endField(i);
      if (c === "\r" && text[i + 1] === "\n") i++;
      start = i + 1;
      if (row.some((f) => f !== "")) rows.push(row);
      row = [];
    }
  }
  if (start < text.length || field.length > 0 || row.length > 0) {
    endField(text.length);
    if (row.some((f) => f !== "")) rows.push(row);
  }
  return rows;
}

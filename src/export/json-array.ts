/** A JSON document that holds a long list, in chunks: what goes before it, the items, what goes after. */
export async function* jsonAround(before: string, items: AsyncIterable<unknown>, after: string): AsyncGenerator<string> {
  let separator = "\n";
  yield before;
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ",\n";
  }
  yield `\n${after}\n`;
}

/** The items of a list made from each record, as one stream. */
export async function* flatMap<T, U>(records: AsyncIterable<T>, each: (record: T) => Iterable<U>): AsyncGenerator<U> {
  for await (const record of records) yield* each(record);
}

import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { MAX_EXPANSION, MIN_EXPANDED_BYTES } from "./limits.ts";

/** Gzip's mark (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacking that was broken off, with the reason in words. */
export class GunzipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "GunzipError";
  }
}

/**
 * Unpacks gzip (RFC 1952; several members one after another are one stream) as fast as it is asked for, holding some chunks at a time.
 * Throws a GunzipError when the data are broken, and when they unpack to far more than text does: such files are made to exhaust who
 * opens them.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  async function* counted() {
    for await (const chunk of source) {
      packed += chunk.length;
      yield chunk;
    }
  }
  const input = Readable.from(counted(), { objectMode: false });
  const output = createGunzip();
  input.on("error", (error) => output.destroy(error));
  input.pipe(output);
  try {
    for await (const chunk of output as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length;
      if (unpacked > MIN_EXPANDED_BYTES && unpacked > packed * MAX_EXPANSION)
        throw new GunzipError(`it unpacks to more than ${MAX_EXPANSION} times its size, which no text does`);
      yield chunk;
    }
  } catch (error) {
    const broken = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw broken ? new GunzipError(`the compressed data are broken (${error.message})`) : error;
  } finally {
    input.destroy();
    output.destroy();
  }
}

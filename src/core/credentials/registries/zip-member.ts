import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";

/** The bytes of a member. Throws when they are not those that were packed: yauzl compares their number only, not their check sum. */
export async function* memberBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes: Buffer = chunk;
    sum = crc32(bytes, sum);
    yield bytes;
  }
  if (sum !== entry.crc32) throw new Error(`the check sum of ${entry.fileName} does not fit`);
}

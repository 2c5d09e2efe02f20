import type { Clock } from "./clock.ts";

export interface IdSources {
  readonly clock: Clock;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Makes ids in the shape of UUID version 7: 48 bits of milliseconds, then randomness. Ids of one process sort in the
 * order they were made, also within a millisecond and when the clock steps back (12 bits count up, then time is lent).
 */
export function createIds({ clock, randomBytes }: IdSources): () => string {
  let lastMs = -1;
  let counter = 0;
  return () => {
    const nowMs = clock.now().getTime();
    const bytes = Buffer.from(randomBytes(16));
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = bytes.readUInt16BE(6) & 0x07ff;
    } else if (++counter > 0x0fff) {
      lastMs += 1;
      counter = 0;
    }
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString("hex");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };
}

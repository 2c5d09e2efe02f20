import { randomBytes } from "node:crypto";

const DISCORD_EPOCH = 1_420_070_400_000n;

/** Discord's ids: milliseconds since 2015 and a counter, so that they sort in the order of making. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const next = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}

export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}

export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

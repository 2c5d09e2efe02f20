import { readerKey } from "../reader-key.ts";
import type { Counts, Erasing } from "./erasing.ts";

/** How much they opened lately. */
export async function eraseReadings({ tx, core, memberId }: Erasing): Promise<Counts> {
  await tx.reading.deleteMany({ where: { readerKey: readerKey(core, memberId) } });
  return {};
}

import { readerKey } from "../reader-key.ts";
import type { Counts, Erasing } from "./erasing.ts";
import { refreshCards } from "./refresh-cards.ts";

/** How much they opened lately, and their name where moderators were told of it. */
export async function eraseReadings(erasing: Erasing): Promise<Counts> {
  const { tx, core, memberId } = erasing;
  await tx.reading.deleteMany({ where: { readerKey: readerKey(core, memberId) } });
  await refreshCards(erasing, { kinds: ["reading-alarm"], holding: [`${memberId}:`] });
  return {};
}

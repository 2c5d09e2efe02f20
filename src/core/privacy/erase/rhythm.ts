import type { Counts, Erasing } from "./erasing.ts";

/** Their digests, and what members were let to read of them. What others' digests lead to of theirs opens for nobody any more. */
export async function eraseRhythm({ tx, memberId }: Erasing): Promise<Counts> {
  await tx.rhythm.deleteMany({ where: { memberId } });
  await tx.digest.deleteMany({ where: { memberId } });
  await tx.digestSeen.deleteMany({ where: { memberId } });
  await tx.peerQuestion.deleteMany({ where: { askerId: memberId } });
  return {};
}

import { newCode } from "#core/members/token.ts";
import type { Counts, Erasing } from "./erasing.ts";

const TRIES = 20;

/** A name that tells nothing, and that nobody here has. */
async function neutralName({ tx, core, communityId }: Erasing): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const pseudonym = `Someone who left ${newCode(core).text.slice(0, 4)}`;
    if ((await tx.member.count({ where: { communityId, pseudonym } })) === 0) return pseudonym;
  }
  throw new Error("no neutral name is free");
}

/**
 * The row stays, since others' acts lead to it, and says nothing more. Consents stay as the proof that they were given, and that
 * they are over. The accounts go with the last message (end-erasures.ts); nobody finds them by their platform id from now on.
 */
export async function eraseYou(erasing: Erasing): Promise<Counts> {
  const { tx, core, communityId, memberId, pseudonym, accounts, now } = erasing;
  await tx.member.update({
    where: { id: memberId },
    data: {
      pseudonym: await neutralName(erasing),
      state: "erased",
      country: null,
      adultStatedAt: null,
      silencedUntil: null,
      barredAt: null,
      crisisContact: false,
      reach: "dm",
      quiet: false,
      language: "en",
      toldOfOwnAt: null,
      nicknameSealed: null,
    },
  });
  await tx.memberRole.deleteMany({ where: { memberId } });
  await tx.shift.deleteMany({ where: { memberId } });
  await tx.caseRead.deleteMany({ where: { memberId } });
  await tx.accessToken.deleteMany({ where: { memberId } });
  await tx.invite.deleteMany({ where: { communityId, pseudonym } });
  await tx.invite.deleteMany({ where: { invitedById: memberId, usedAt: null } });
  await tx.linkCode.deleteMany({
    where: { communityId, externalKey: { in: accounts.map(({ externalKey }) => externalKey) } },
  });
  await tx.consent.updateMany({ where: { memberId, withdrawnAt: null }, data: { withdrawnAt: now } });
  await tx.account.updateMany({ where: { memberId }, data: { threadSealed: null } });
  for (const { id } of accounts)
    await tx.account.update({ where: { id }, data: { externalKey: `erased-${core.newId()}` } });
  return { agreements: await tx.consent.count({ where: { memberId } }) };
}

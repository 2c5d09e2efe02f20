import type { Reading } from "../reading.ts";

/** Tokens, invitations and codes as facts; what they are is stored nowhere. */
export interface SignIn {
  readonly tokens: readonly { readonly madeAt: Date; readonly revokedAt: Date | null }[];
  readonly invited: readonly Invited[];
  readonly invitationsYouMade: readonly Invited[];
  readonly linkCodes: readonly Dated[];
}

interface Dated {
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
}

interface Invited extends Dated {
  readonly role: string;
}

const dated = ({
  createdAt,
  expiresAt,
  usedAt,
}: {
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}) => ({
  madeAt: createdAt,
  endsAt: expiresAt,
  usedAt,
});

/** An invitation knows the name that somebody came with, and the moment: it holds no member. */
async function invitedAs({ tx, communityId, memberId }: Reading) {
  const { pseudonym, createdAt } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  return tx.invite.findMany({ where: { communityId, pseudonym, usedAt: createdAt } });
}

export async function signIn(reading: Reading): Promise<SignIn> {
  const { tx, communityId, memberId } = reading;
  const oldestFirst = { orderBy: { createdAt: "asc" } } as const;
  const tokens = await tx.accessToken.findMany({ where: { memberId }, ...oldestFirst });
  const made = await tx.invite.findMany({ where: { communityId, invitedById: memberId }, ...oldestFirst });
  const accounts = await tx.account.findMany({ where: { memberId }, select: { externalKey: true } });
  const codes = await tx.linkCode.findMany({
    where: { communityId, externalKey: { in: accounts.map(({ externalKey }) => externalKey) } },
    ...oldestFirst,
  });
  return {
    tokens: tokens.map(({ createdAt, revokedAt }) => ({ madeAt: createdAt, revokedAt })),
    invited: (await invitedAs(reading)).map((invite) => ({ role: invite.role, ...dated(invite) })),
    invitationsYouMade: made.map((invite) => ({ role: invite.role, ...dated(invite) })),
    linkCodes: codes.map(dated),
  };
}

import { type Actor, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { actNamed, isOpenTo } from "#core/proposals/acts.ts";
import { MODERATED } from "./cases/case.ts";
import { casesFor } from "./cases/cases-for.ts";

/** What can be shown. "strikes" is a member for whoever may see only what was decided about them. */
export type Thing =
  | "case"
  | "credential question"
  | "appeal"
  | "question"
  | "credential"
  | "member"
  | "strikes"
  | "proposal";

export interface Match {
  readonly what: Thing;
  /** What the command that shows it is given: a number, a name or an id. */
  readonly named: string;
}

/** A message of a platform, in its own ids. */
export interface LinkedMessage {
  readonly platform: string;
  readonly channelId: string;
  readonly messageId: string;
}

/** A number ("12", "case 12", "question 12"), an id or a name; or a message. */
export type LookUp = { readonly text: string } | { readonly message: LinkedMessage };

interface Here {
  readonly core: Core;
  readonly actor: Actor;
}

type Cases = NonNullable<NonNullable<Parameters<Core["db"]["case"]["findMany"]>[0]>["where"]>;

/** Of cases nobody learns those about themselves, and only leads and admins those about what was said in private. */
async function cases({ core, actor }: Here, where: Cases): Promise<Match[]> {
  if (!can(actor, "case.read")) return [];
  const found = await core.db.case.findMany({
    where: { AND: [where, { communityId: actor.communityId }, casesFor(actor)] },
    orderBy: { id: "desc" },
  });
  return found
    .filter(({ subjectMemberId }) => subjectMemberId !== actor.memberId)
    .flatMap(({ subjectKind, subjectId, number, openKey }): Match[] => {
      if (MODERATED.some((kind) => kind === subjectKind)) return [{ what: "case", named: String(number) }];
      return openKey === null ? [] : [{ what: "credential question", named: subjectId }];
    });
}

async function questions(
  { core, actor }: Here,
  where: { number: number } | { id: string } | { messages: { some: { id: string } } },
): Promise<Match[]> {
  if (!can(actor, "question.list")) return [];
  const { communityId } = actor;
  const found = await core.db.question.findMany({ where: { ...where, communityId, sentAt: { not: null } } });
  return found.map(({ number }) => ({ what: "question", named: String(number) }));
}

async function members(
  { core, actor }: Here,
  where: { id: string } | { pseudonym: string },
): Promise<Match[]> {
  const reads = can(actor, "member.read");
  if (!reads && !can(actor, "case.read")) return [];
  const { communityId } = actor;
  const found = await core.db.member.findMany({
    where: { ...where, communityId, state: { not: "erased" } },
  });
  return found.flatMap(({ pseudonym, state }): Match[] => {
    if (reads && state === "active") return [{ what: "member", named: pseudonym }];
    return can(actor, "case.read") ? [{ what: "strikes", named: pseudonym }] : [];
  });
}

async function appeals({ core, actor }: Here, id: string): Promise<Match[]> {
  if (!can(actor, "appeal.read")) return [];
  const { communityId, memberId } = actor;
  const found = await core.db.appeal.findFirst({
    where: { id, communityId, decision: { case: casesFor(actor) } },
  });
  return found === null || found.subjectId === memberId ? [] : [{ what: "appeal", named: id }];
}

async function proposals({ core, actor }: Here, id: string): Promise<Match[]> {
  const found = await core.db.proposal.findFirst({ where: { id, communityId: actor.communityId } });
  if (found === null || !can(actor, actNamed(found.act).read)) return [];
  if (!(await isOpenTo(core.db, { actor, proposal: found }))) return [];
  return [{ what: "proposal", named: id }];
}

async function credentials({ core, actor }: Here, id: string): Promise<Match[]> {
  if (!can(actor, "credential.read")) return [];
  const found = await core.db.credential.findFirst({ where: { id, communityId: actor.communityId } });
  return found === null ? [] : [{ what: "credential", named: id }];
}

/** Whatever has this id. */
async function withId(here: Here, id: string): Promise<Match[]> {
  const found = await Promise.all([
    cases(here, {
      OR: [
        { id },
        { decisions: { some: { id } } },
        { subjectKind: { in: ["message", "experience", "kept-answer"] }, subjectId: id },
      ],
    }),
    appeals(here, id),
    questions(here, { id }),
    questions(here, { messages: { some: { id } } }),
    credentials(here, id),
    proposals(here, id),
    members(here, { id }),
  ]);
  return found.flat();
}

/** What stands on a platform: a card of ours shows what its subject is, and a post what was reported about it. */
async function behindMessage(here: Here, message: LinkedMessage): Promise<Match[]> {
  const { core, actor } = here;
  const key = messageKey(core, message.platform, message.channelId, message.messageId);
  const copies = await core.db.copy.findMany({ where: { communityId: actor.communityId, messageKey: key } });
  const subjects = new Set(copies.flatMap(({ subjectId }) => subjectId.split(":")));
  const found = await Promise.all([
    cases(here, { subjectKind: "post", subjectId: key }),
    ...[...subjects].map((id) => withId(here, id)),
  ]);
  return found.flat();
}

async function called(here: Here, text: string): Promise<Match[]> {
  const [, kind, digits] = /^(?:(case|question)\s+)?#?(\d{1,9})$/i.exec(text) ?? [];
  if (digits === undefined)
    return [...(await withId(here, text)), ...(await members(here, { pseudonym: text }))];
  const number = Number(digits);
  const asked = kind?.toLowerCase();
  return [
    ...(asked === "question" ? [] : await cases(here, { number, subjectKind: { in: [...MODERATED] } })),
    ...(asked === "case" ? [] : await questions(here, { number })),
  ];
}

/**
 * All that something may mean, as far as the actor may know of it; never who somebody is on a platform. Refuses not_found.
 */
export async function lookUp(core: Core, { actor, ...asked }: { actor: Actor } & LookUp): Promise<Match[]> {
  const here = { core, actor };
  const found =
    "message" in asked ? await behindMessage(here, asked.message) : await called(here, asked.text.trim());
  const one = new Map(found.map((match) => [`${match.what} ${match.named}`, match]));
  if (one.size === 0)
    throw refuse("not_found", { what: "message" in asked ? "message" : "name, number, id or link" });
  return [...one.values()];
}

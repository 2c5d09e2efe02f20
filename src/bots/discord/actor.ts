import type { Actor } from "#core/access.ts";
import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import type { Core } from "#core/core.ts";
import { communityOfCredential } from "#core/credentials/community-of-credential.ts";
import { refuse } from "#core/errors.ts";
import { findActor } from "#core/members/find-actor.ts";
import { communityOfAlert } from "#core/moderation/community-of-alert.ts";
import { myQuestions } from "#core/questions/my-questions.ts";
import type { Who } from "./press.ts";

/** Everyone that this account is in the communities it can act in: one in a server, perhaps several by DM. */
export async function actorsOf(core: Core, { accountId, spaceId }: Who): Promise<readonly Actor[]> {
  const found = await findActor(core, {
    platform: "discord",
    accountExternalId: accountId,
    ...(spaceId === undefined ? {} : { spaceExternalId: spaceId }),
  });
  if (found.several !== undefined && found.several.length > 0) return found.several;
  if (found.actor !== undefined) return [found.actor];
  throw found.communityId === undefined && spaceId !== undefined
    ? refuse("not_linked", {})
    : refuse("not_joined", {});
}

/**
 * The member behind a press. By direct message a person may be a member of several communities: then it is the one
 * which the press names, or whose credential, alert or question it is about, else the first.
 */
export async function actorOf(core: Core, who: Who, subjectId = ""): Promise<Actor> {
  const actors = await actorsOf(core, who);
  const [first] = actors;
  if (first === undefined) throw refuse("not_joined", {});
  if (actors.length === 1) return first;
  const [questionId = ""] = subjectId.split("/");
  const home =
    (await communityOfCredential(core, questionId)) ??
    (await communityOfAlert(core, questionId)) ??
    questionId;
  const there = actors.find(({ communityId }) => communityId === home);
  if (there !== undefined) return there;
  for (const actor of actors) {
    const questions = await myQuestions(core, { actor });
    if (questions.some((question) => question.questionId === questionId)) return actor;
  }
  return first;
}

/** The member and the newest conversation of theirs that a further text can belong to. */
export async function newestOpen(
  core: Core,
  who: Who,
): Promise<{ actor: Actor; questionId: string } | undefined> {
  const open: { actor: Actor; questionId: string; number: number; at: number }[] = [];
  for (const actor of await actorsOf(core, who)) {
    for (const question of await myQuestions(core, { actor })) {
      if (!OPEN.has(question.status)) continue;
      open.push({
        actor,
        questionId: question.questionId,
        number: question.number,
        at: question.sentAt?.getTime() ?? 0,
      });
    }
  }
  return open.sort((one, other) => other.at - one.at || other.number - one.number)[0];
}

const OPEN: ReadonlySet<string> = new Set(["waiting", "claimed", "held", "asked-back", "answered"]);

/** The community of the server a press came from; a direct message belongs to none, so joining starts in a server. */
export async function communityOf(
  core: Core,
  { spaceId }: Who,
): Promise<{ communityId: string; spaceId: string }> {
  const found =
    spaceId === undefined
      ? undefined
      : await findCommunityBySpace(core, { platform: "discord", spaceExternalId: spaceId });
  if (found === undefined) throw refuse("not_linked", {});
  return { communityId: found.communityId, spaceId: found.spaceId };
}

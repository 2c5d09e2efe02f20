import type { Actor, Verb } from "#core/access.ts";
import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import type { Core } from "#core/core.ts";
import { communityOfCredential } from "#core/credentials/community-of-credential.ts";
import { type DomainError, refuse } from "#core/errors.ts";
import { communityOfExperience } from "#core/experiences/community-of-experience.ts";
import type { Language } from "#core/language/language.ts";
import { communityOfEntry } from "#core/library/community-of-entry.ts";
import { type FoundActor, findActor } from "#core/members/find-actor.ts";
import { noteLanguage } from "#core/members/note-language.ts";
import { communityOfAlert } from "#core/moderation/community-of-alert.ts";
import { communityOfDecision } from "#core/moderation/decisions/community-of-decision.ts";
import { communityOfUpdate } from "#core/peers/friends/community-of-update.ts";
import { communityOfPair } from "#core/peers/pairs/community-of-pair.ts";
import { myQuestions } from "#core/questions/my-questions.ts";
import type { Who } from "./press.ts";

function lookFor(core: Core, { accountId, spaceId }: Who): Promise<FoundActor> {
  return findActor(core, {
    platform: "discord",
    accountExternalId: accountId,
    ...(spaceId === undefined ? {} : { spaceExternalId: spaceId }),
  });
}

const membersIn = ({ several, actor }: FoundActor): readonly Actor[] =>
  several ?? (actor === undefined ? [] : [actor]);

/** Why nobody is behind a press, with what to do instead where it is known what they wanted. */
function nobodyThere({ barred, communityId }: FoundActor, { spaceId }: Who, wanted?: Verb): DomainError {
  if (barred) return refuse("barred", {});
  if (communityId === undefined && spaceId !== undefined) return refuse("not_linked", {});
  return refuse("not_joined", wanted === undefined ? {} : { wanted });
}

/** Everyone that this account is in the communities it can act in: one in a server, perhaps several by DM. */
export async function actorsOf(core: Core, who: Who): Promise<readonly Actor[]> {
  const found = await lookFor(core, who);
  const actors = membersIn(found);
  if (actors.length === 0) throw nobodyThere(found, who);
  return actors;
}

/**
 * The community that a press is about, by the credential, alert, decision, pair, update, kept answer or experience that it names,
 * or because it names it.
 */
const homeOf = async (core: Core, named: string): Promise<string> =>
  (await communityOfCredential(core, named)) ??
  (await communityOfAlert(core, named)) ??
  (await communityOfDecision(core, named)) ??
  (await communityOfPair(core, named)) ??
  (await communityOfUpdate(core, named)) ??
  (await communityOfEntry(core, named)) ??
  (await communityOfExperience(core, named)) ??
  named;

/** The language in which somebody last used Discord, for what they are told without a press; English for strangers. */
export async function languageOfAccount(core: Core, accountId: string): Promise<Language> {
  const [member] = membersIn(await lookFor(core, { accountId, spaceId: undefined }));
  return member?.language ?? "en";
}

/**
 * The member behind a press, whose language is noted. By direct message a person may be a member of several communities: then it is the one
 * which the press names, or whose credential, alert, decision, experience or question it is about, else the first.
 */
export async function actorOf(
  core: Core,
  who: Who,
  about: { subjectId?: string; wanted?: Verb } = {},
): Promise<Actor> {
  const actor = await memberBehind(core, who, about);
  if (who.language !== undefined) await noteLanguage(core, actor, who.language);
  return actor;
}

async function memberBehind(
  core: Core,
  who: Who,
  { subjectId = "", wanted }: { subjectId?: string; wanted?: Verb },
): Promise<Actor> {
  const found = await lookFor(core, who);
  const actors = membersIn(found);
  const [first] = actors;
  if (first === undefined) throw nobodyThere(found, who, wanted);
  if (actors.length === 1 && !found.barred) return first;
  const [questionId = ""] = subjectId.split("/");
  const home = await homeOf(core, questionId);
  const there = actors.find(({ communityId }) => communityId === home);
  if (there !== undefined) return there;
  // What it is about is in none of theirs, and one is closed to them.
  if (found.barred && home !== questionId) throw refuse("barred", {});
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

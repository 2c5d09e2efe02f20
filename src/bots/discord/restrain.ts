import { DiscordAPIError, type REST, Routes } from "discord.js";
import type { Person, Restraint } from "#core/messenger.ts";
import { asDelivery } from "./messenger-failures.ts";

const UNKNOWN_MEMBER = 10007;
const UNKNOWN_BAN = 10026;
const UNKNOWN_USER = 10013;

/** Nobody is there to be restrained, or nothing to be lifted: that is what was wanted. */
const DONE_ALREADY: ReadonlySet<unknown> = new Set([UNKNOWN_MEMBER, UNKNOWN_BAN]);

async function unlessDone(request: () => Promise<unknown>): Promise<void> {
  await asDelivery(async () => {
    try {
      await request();
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || !DONE_ALREADY.has(error.code)) throw error;
    }
  });
}

/** Discord refuses a pause of somebody who is not in the server; whoever is gone needs none. */
const isGone = (error: unknown): boolean =>
  error instanceof DiscordAPIError && (error.code === UNKNOWN_MEMBER || error.code === UNKNOWN_USER);

async function setPause(rest: REST, { spaceId, accountId }: Person, until: Date | null): Promise<void> {
  const body = { communication_disabled_until: until?.toISOString() ?? null };
  await asDelivery(async () => {
    try {
      await rest.patch(Routes.guildMember(spaceId, accountId), { body });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  });
}

/**
 * Makes an account in a server what its member is now. Each act can be repeated.
 *
 * @NOTE The bot needs Moderate Members, Kick Members and Ban Members, and a role above the person's; nobody can pause an
 * administrator. Where it lacks one, the outbox says so to the moderators.
 */
export async function restrainMember(rest: REST, person: Person, restraint: Restraint): Promise<void> {
  const { spaceId, accountId } = person;
  switch (restraint.is) {
    case "free":
      await unlessDone(() => rest.delete(Routes.guildBan(spaceId, accountId)));
      await setPause(rest, person, null);
      return;
    case "timed-out":
      // A ban that stood before is over, and would else stay for ever.
      await unlessDone(() => rest.delete(Routes.guildBan(spaceId, accountId)));
      await setPause(rest, person, restraint.until);
      return;
    case "removed":
      await unlessDone(() => rest.delete(Routes.guildBan(spaceId, accountId)));
      await unlessDone(() => rest.delete(Routes.guildMember(spaceId, accountId)));
      return;
    case "banned":
      await unlessDone(() => rest.put(Routes.guildBan(spaceId, accountId), { body: {} }));
  }
}

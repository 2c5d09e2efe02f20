import type { WebClient } from "@slack/web-api";
import { refuse } from "#core/errors.ts";
import type { Who } from "./press.ts";

/** Real milliseconds for which Slack's answer about a person is believed. */
const BELIEVED_MS = 10 * 60_000;

/** Refuses guests and people of connected organisations; throws when Slack does not say who somebody is. */
export type RequireInsider = (who: Who) => Promise<void>;

/** Asks Slack once in a while whether a person is a full member of the workspace. */
export function createDirectory(client: WebClient): RequireInsider {
  const known = new Map<string, { insider: Promise<boolean>; until: number }>();
  async function ask({ accountId, spaceId }: Who): Promise<boolean> {
    const { user } = await client.users.info({ user: accountId });
    if (user === undefined || user.deleted === true) return false;
    const guest = user.is_restricted === true || user.is_ultra_restricted === true;
    const stranger = user.is_stranger === true || user.team_id !== spaceId;
    return !guest && !stranger;
  }
  return async (who) => {
    const key = `${who.spaceId}/${who.accountId}`;
    let entry = known.get(key);
    if (entry === undefined || entry.until < performance.now()) {
      entry = { insider: ask(who), until: performance.now() + BELIEVED_MS };
      known.set(key, entry);
      entry.insider.catch(() => known.delete(key));
    }
    if (!(await entry.insider)) throw refuse("not_allowed", { verb: "question.read-card" });
  };
}

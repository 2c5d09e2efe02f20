import type { WebClient } from "@slack/web-api";
import type { Person, Restraint } from "#core/messenger.ts";
import { asDelivery } from "./messenger-failures.ts";

/** They are not there, or cannot be: that is what was wanted. */
const DONE_ALREADY: ReadonlySet<unknown> = new Set(["not_in_channel", "channel_not_found", "user_not_found"]);

const codeOf = (error: unknown): unknown => (error as { data?: { error?: unknown } }).data?.error;

/**
 * Takes somebody out of Curbside's channels. Slack lets an app ban nobody from a workspace and pause nobody: what they press
 * is refused by the core, and an owner of the workspace is told in the case that the account is still there. Lifting it
 * invites nobody back: they are told that they can join the channels again.
 */
export async function restrainMember(
  client: WebClient,
  { accountId, channelIds }: Person,
  restraint: Restraint,
): Promise<void> {
  if (restraint.is !== "removed" && restraint.is !== "banned") return;
  for (const channel of channelIds)
    await asDelivery(async () => {
      try {
        await client.conversations.kick({ channel, user: accountId });
      } catch (error) {
        if (!DONE_ALREADY.has(codeOf(error))) throw error;
      }
    });
}

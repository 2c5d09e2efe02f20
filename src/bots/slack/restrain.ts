import type { WebClient } from "@slack/web-api";
import { DeliveryFailure, type Person, type Restraint } from "#core/messenger.ts";
import { asDelivery } from "./messenger-failures.ts";

const codeOf = (error: unknown): unknown => (error as { data?: { error?: unknown } }).data?.error;

/** Is the app itself in the channel? Where it is not, Slack's "not in channel" says nothing about the person. */
async function requireInChannel(client: WebClient, channel: string): Promise<void> {
  const { channel: found } = await asDelivery(() => client.conversations.info({ channel }));
  if (found?.is_member !== true) throw new DeliveryFailure({ why: "forbidden", what: "not_in_channel" });
}

async function takeOut(client: WebClient, channel: string, user: string): Promise<void> {
  try {
    await client.conversations.kick({ channel, user });
  } catch (error) {
    const code = codeOf(error);
    if (code === "not_in_channel") return requireInChannel(client, channel);
    // The account is gone, so it is in no channel either.
    if (code !== "user_not_found") throw error;
  }
}

/**
 * Takes somebody out of Curbside's channels, each one even where another cannot be had; the first failure is told. Slack lets
 * an app ban nobody from a workspace and pause nobody: what they press is refused by the core. They can come back to a public
 * channel by themselves, so the case's card tells the moderators to ask an owner of the workspace. When it is lifted nobody is
 * invited back: the decision's card says how they get in.
 */
export async function restrainMember(
  client: WebClient,
  { accountId, channelIds }: Person,
  restraint: Restraint,
): Promise<void> {
  if (restraint.is !== "removed" && restraint.is !== "banned") return;
  const ends = await Promise.allSettled(
    channelIds.map((channel) => asDelivery(() => takeOut(client, channel, accountId))),
  );
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

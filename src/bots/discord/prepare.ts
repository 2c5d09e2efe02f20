import { setTimeout as sleep } from "node:timers/promises";
import type { REST } from "discord.js";
import { channelAddress } from "#core/communities/channel-address.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import type { Secret } from "../../config.ts";
import { troubleOf } from "./messenger-failures.ts";
import { postPanel } from "./panel.ts";
import { publishCommands } from "./publish-commands.ts";
import { mendTags } from "./ready-shelf.ts";
import { createSendingRest } from "./rest.ts";

/** The tags of the library's shelf; where they cannot be made the posts stand without them, and `doctor` says which. */
async function mendShelf(core: Core, rest: REST, communityId: string): Promise<void> {
  const shelf = await channelAddress(core, { communityId, purpose: "library" });
  if (shelf?.platform !== "discord") return;
  try {
    await mendTags(rest, shelf.channelId);
  } catch (error) {
    if (passes(error)) throw error;
    core.log.warn("discord.shelf_tags", { platform: "discord", community: communityId });
  }
}

/** Discord's commands and the pinned panel of each community are brought up to date; doing it again changes nothing. */
async function prepareOnce(core: Core, rest: REST): Promise<number> {
  let panels = 0;
  await publishCommands(rest);
  for (const { communityId } of await listCommunities(core)) {
    await mendShelf(core, rest, communityId);
    const ask = await channelAddress(core, { communityId, purpose: "ask" });
    if (ask?.platform !== "discord") continue;
    await postPanel(rest, ask.channelId);
    panels += 1;
  }
  return panels;
}

/** The same, once, for a command: gives how many communities have their panel. Rejects when Discord refuses. */
export async function bringUpToDate(
  core: Core,
  { token, api }: { token: Secret; api?: string | undefined },
): Promise<{ communities: number }> {
  const rest = createSendingRest({ token, api, timeoutMs: core.config.timing.clientTimeoutMs });
  try {
    return { communities: await prepareOnce(core, rest) };
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

/** True when asking again later can help: Discord was slow, limited us, or was out of reach. */
function passes(error: unknown): boolean {
  const { why } = troubleOf(error);
  return why === "rate-limited" || why === "not-sent" || why === "ambiguous";
}

/**
 * Prepares now. What Discord could not do just now is handed to `under` and tried again until it is done or `signal` ends
 * it, since people can ask without it meanwhile. Rejects on what only a human can mend.
 */
export async function prepare(
  core: Core,
  rest: REST,
  { under, signal }: { under: (work: Promise<void>) => void; signal: AbortSignal },
): Promise<void> {
  try {
    await prepareOnce(core, rest);
  } catch (error) {
    if (!passes(error)) throw error;
    under(prepareLater(core, rest, signal));
  }
}

async function prepareLater(core: Core, rest: REST, signal: AbortSignal): Promise<void> {
  for (;;) {
    core.log.warn("discord.prepare_later", { platform: "discord" });
    await sleep(core.config.timing.pollMs * 5, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      await prepareOnce(core, rest);
      return;
    } catch (error) {
      if (!passes(error)) throw error;
    }
  }
}

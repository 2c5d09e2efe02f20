import { setTimeout as sleep } from "node:timers/promises";
import type { REST } from "discord.js";
import { channelAddress } from "#core/communities/channel-address.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import { troubleOf } from "./messenger-failures.ts";
import { postPanel } from "./panel.ts";
import { publishCommands } from "./publish-commands.ts";

/** Discord's commands and the pinned panel of each community are brought up to date; doing it again changes nothing. */
async function prepareOnce(core: Core, rest: REST): Promise<void> {
  await publishCommands(rest);
  for (const { communityId } of await listCommunities(core)) {
    const ask = await channelAddress(core, { communityId, purpose: "ask" });
    if (ask?.platform === "discord") await postPanel(rest, ask.channelId);
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
      return await prepareOnce(core, rest);
    } catch (error) {
      if (!passes(error)) throw error;
    }
  }
}

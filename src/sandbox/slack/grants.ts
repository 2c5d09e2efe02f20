import { ACK_WINDOW_MS, type InstalledApp, type StoredMessage } from "./model.ts";
import type { World } from "./world.ts";

const RESPONSE_URL_LIFE_MS = 30 * 60_000;

/** A new trigger for one press: opens one form within 3 s. */
export function issueTrigger(world: World, app: InstalledApp, personId: string): string {
  const { ids, clock } = world;
  const id = `${ids.digits(13)}.${ids.digits(12)}.${ids.hex(32)}`;
  world.triggers.set(id, {
    app,
    personId,
    expiresAt: clock.now() + clock.window(ACK_WINDOW_MS),
    used: false,
  });
  return id;
}

/** A new address for answers: five uses within 30 minutes, bound to the person and the channel. */
export function issueResponseUrl(
  world: World,
  app: InstalledApp,
  kind: "actions" | "commands",
  place: { personId: string; channelId: string; message?: StoredMessage },
): string {
  const { ids, clock } = world;
  const path = `/${kind}/${app.teamId}/${ids.digits(13)}/${ids.hex(24)}`;
  world.responseUrls.set(path, {
    app,
    personId: place.personId,
    channelId: place.channelId,
    messageTs: place.message?.ts,
    threadTs: place.message?.thread_ts,
    expiresAt: clock.now() + clock.window(RESPONSE_URL_LIFE_MS),
    uses: 0,
  });
  return world.origin + path;
}

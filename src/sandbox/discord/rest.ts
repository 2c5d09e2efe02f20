import type { Route } from "./route.ts";
import { APP_ROUTES } from "./routes-app.ts";
import { CHANNEL_ROUTES } from "./routes-channels.ts";
import { FILTER_ROUTES } from "./routes-filters.ts";
import { GUILD_ROUTES } from "./routes-guilds.ts";
import { INTERACTION_ROUTES } from "./routes-interactions.ts";
import { MESSAGE_ROUTES } from "./routes-messages.ts";
import { MODERATION_ROUTES } from "./routes-moderation.ts";

/** Every request that the stand-in answers; the first that fits wins. */
export const ROUTES: readonly Route[] = [
  ...APP_ROUTES,
  ...MESSAGE_ROUTES,
  ...CHANNEL_ROUTES,
  ...FILTER_ROUTES,
  ...GUILD_ROUTES,
  ...MODERATION_ROUTES,
  ...INTERACTION_ROUTES,
];

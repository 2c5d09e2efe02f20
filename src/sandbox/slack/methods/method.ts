import type { Args } from "../args.ts";
import type { Obj } from "../json.ts";
import type { TierName } from "../limits.ts";
import type { InstalledApp } from "../model.ts";
import type { Sockets } from "../sockets.ts";
import type { World } from "../world.ts";

export interface Call {
  readonly world: World;
  readonly app: InstalledApp;
  readonly args: Args;
  readonly sockets: Sockets;
}

/** One Web API method. `run` is synchronous: what it stores is stored at once or not at all. */
export interface Method {
  readonly tier: TierName;
  /** Any one of these scopes is enough. */
  readonly scopes?: readonly string[];
  /** The token it takes. Default: the bot token. */
  readonly token?: "app" | "bot";
  /** What the rate limit counts by, beside app and method. */
  readonly limitKey?: (args: Args) => string;
  run(call: Call): Obj;
}

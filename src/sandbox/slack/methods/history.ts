import { type Args, page } from "../args.ts";
import { memberChannel } from "../channels.ts";
import { ApiError } from "../errors.ts";
import type { Obj } from "../json.ts";
import { messageJson, repliesOf } from "../message-json.ts";
import type { Channel, StoredMessage } from "../model.ts";
import type { Call, Method } from "./method.ts";

const SCOPES = ["channels:history", "groups:history", "im:history"];
const SCOPE_OF = { channel: "channels:history", group: "groups:history", im: "im:history" } as const;

function readable({ world, app, args }: Call): Channel {
  const channel = memberChannel(world, app, args.need("channel"));
  const needed = SCOPE_OF[channel.kind];
  if (!app.scopes.has(needed))
    throw new ApiError("missing_scope", { needed, provided: [...app.scopes].join(",") });
  return channel;
}

/** Between `oldest` and `latest`, both left out themselves unless `inclusive`. */
function inRange(args: Args): (message: StoredMessage) => boolean {
  const oldest = edge(args, "oldest", "invalid_ts_oldest") ?? 0;
  const latest = edge(args, "latest", "invalid_ts_latest") ?? Number.POSITIVE_INFINITY;
  const inclusive = args.flag("inclusive");
  return ({ ts }) => {
    const micros = microsOf(ts);
    return inclusive ? micros >= oldest && micros <= latest : micros > oldest && micros < latest;
  };
}

function edge(args: Args, name: string, broken: string): number | undefined {
  if (!args.has(name)) return undefined;
  if (!/^\d+(\.\d{1,6})?$/.test(args.text(name))) throw new ApiError(broken);
  return microsOf(args.text(name));
}

/** A timestamp in microseconds: exact, where the decimal seconds of a float are not. */
function microsOf(ts: string): number {
  const [seconds = "0", fraction = ""] = ts.split(".");
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, "0"));
}

function answer(call: Call, found: StoredMessage[], limit: number): Obj {
  const empty = call.world.faults.take("slack-no-history") !== undefined;
  const { items, cursor } = page(call.args, empty ? [] : found, limit);
  const metadata = call.args.flag("include_all_metadata");
  return {
    messages: items.map((message) => historyJson(call, message, metadata)),
    has_more: cursor !== "",
    ...(cursor === "" ? {} : { response_metadata: { next_cursor: cursor } }),
  };
}

/** A deleted parent of a living thread stays as a tombstone. */
function historyJson({ world }: Call, message: StoredMessage, metadata: boolean): Obj {
  const shown = messageJson(world, message, { metadata });
  if (!message.deleted) return shown;
  const {
    blocks: _blocks,
    attachments: _attachments,
    metadata: _metadata,
    reactions: _reactions,
    ...rest
  } = shown;
  return {
    ...rest,
    subtype: "tombstone",
    text: "This message was deleted.",
    user: "USLACKBOT",
    hidden: true,
  };
}

function stands(call: Call, message: StoredMessage): boolean {
  return !message.deleted || repliesOf(call.world, message).length > 0;
}

const history: Method = {
  tier: 3,
  scopes: SCOPES,
  run(call) {
    const channel = readable(call);
    const limit = call.args.limit(100, 999);
    const fits = inRange(call.args);
    const found = [...channel.joins, ...channel.messages]
      .sort((one, other) => microsOf(one.ts) - microsOf(other.ts))
      .filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts || one.broadcast)
      .filter((one) => fits(one) && stands(call, one))
      .reverse();
    return { ...answer(call, found, limit), pin_count: 0 };
  },
};

const replies: Method = {
  tier: 3,
  scopes: SCOPES,
  run(call) {
    const channel = readable(call);
    const limit = call.args.limit(1000, 1000);
    const asked = channel.messages.find((one) => one.ts === call.args.need("ts"));
    const parent = asked?.thread_ts ? channel.messages.find((one) => one.ts === asked.thread_ts) : asked;
    if (!parent || !stands(call, parent)) throw new ApiError("thread_not_found");
    const fits = inRange(call.args);
    return answer(call, [parent, ...repliesOf(call.world, parent).filter(fits)], limit);
  },
};

export const historyMethods: Record<string, Method> = {
  "conversations.history": history,
  "conversations.replies": replies,
};

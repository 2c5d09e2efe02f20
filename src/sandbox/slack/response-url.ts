import { liveMessage } from "./channels.ts";
import { checkBlocks } from "./check-blocks.ts";
import { problemLine } from "./checks.ts";
import { isObj, listAt, type Obj, parseJson, textAt } from "./json.ts";
import { changeMessage, makeMessage, postMessage, removeMessage, showMessage } from "./messages.ts";
import type { Channel, StoredMessage } from "./model.ts";
import type { ResponseUrl, World } from "./world.ts";

const MAX_USES = 5;

export type UrlReply = { status: number; body: string };

/** Answers a post to a response_url: at most five, within 30 minutes, bound to one person and channel. */
export function answerResponseUrl(world: World, path: string, raw: string): UrlReply {
  const target = world.responseUrls.get(path);
  if (!target) return { status: 404, body: "no_such_url" };
  if (target.expiresAt <= world.clock.now()) return { status: 404, body: "expired_url" };
  if (target.uses >= MAX_USES) return { status: 404, body: "used_url" };
  const body = parseJson(raw);
  if (!isObj(body)) return { status: 400, body: "invalid_payload" };
  const problems = body.blocks === undefined ? [] : checkBlocks(body.blocks, "/blocks", 50);
  if (problems.length > 0) return refusal("invalid_blocks", problems.map(problemLine));
  const channel = world.channels.get(target.channelId);
  if (!channel) return { status: 404, body: "channel_not_found" };
  const original = originalOf(world, channel, target);
  if (body.delete_original === true) {
    if (!original) return { status: 404, body: "message_not_found" };
    target.uses += 1;
    removeMessage(world, channel, original, target.app.botUserId);
    return ok();
  }
  if (textAt(body, "text") === "" && body.blocks === undefined) return refusal("no_text", []);
  target.uses += 1;
  say(world, channel, target, original, body);
  return ok();
}

function say(
  world: World,
  channel: Channel,
  target: ResponseUrl,
  original: StoredMessage | undefined,
  body: Obj,
): void {
  const { app, personId } = target;
  const blocks = Array.isArray(body.blocks) ? listAt(body, "blocks") : undefined;
  const text = textAt(body, "text");
  if (body.replace_original === true && original) {
    changeMessage(world, channel, original, { text, blocks, by: app.botUserId, quiet: true });
    return;
  }
  const message = {
    user: app.botUserId,
    botId: app.botId,
    appId: app.appId,
    text,
    blocks,
    threadTs: textAt(body, "thread_ts") || target.threadTs,
  };
  if (body.response_type === "in_channel") {
    postMessage(world, channel, message);
    return;
  }
  const own = makeMessage(world, channel, { ...message, onlyFor: personId });
  world.ephemerals.push(own);
  showMessage(world, channel, own, "message");
}

function originalOf(world: World, channel: Channel, target: ResponseUrl): StoredMessage | undefined {
  if (target.messageTs === undefined) return undefined;
  const ephemeral = world.ephemerals.find(
    (one) => one.ts === target.messageTs && one.onlyFor === target.personId && !one.deleted,
  );
  return ephemeral ?? liveMessage(channel, target.messageTs);
}

function ok(): UrlReply {
  return { status: 200, body: "ok" };
}

function refusal(error: string, messages: string[]): UrlReply {
  return { status: 400, body: JSON.stringify({ ok: false, error, response_metadata: { messages } }) };
}

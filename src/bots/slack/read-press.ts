import { createHash } from "node:crypto";
import type { BlockAction, ButtonAction, MessageShortcut, ViewSubmitAction } from "@slack/bolt";
import { plainText } from "./plain-text.ts";
import type { PostInHand } from "./posts-in-hand.ts";
import type { Press, Who } from "./press.ts";

/** A press without the core: plain data that can be stored and run again. */
export interface StoredPress extends Omit<Press, "core" | "handling"> {
  readonly by: "button" | "form";
  readonly name: string;
}

export interface ReadPress {
  readonly stored: StoredPress;
  /** Names the act itself: the same press told twice is one. */
  readonly sourceKey: string;
}

/** Who pressed, or sent a form. */
export function whoOf({
  user,
  team,
}: Pick<BlockAction | ViewSubmitAction | MessageShortcut, "user" | "team">): Who {
  return { accountId: user.id, spaceId: team?.id ?? "" };
}

export function readButton(body: BlockAction, action: ButtonAction): ReadPress {
  const container = body.container as { message_ts?: string; view_id?: string; channel_id?: string };
  const where = container.view_id ?? `${container.channel_id ?? ""}/${container.message_ts ?? ""}`;
  return {
    stored: {
      by: "button",
      name: action.action_id,
      subjectId: action.value ?? "",
      who: whoOf(body),
      fields: {},
    },
    sourceKey: `action|${where}|${action.action_ts}|${body.user.id}`,
  };
}

/** A form that was refused and sent again with other words is another act, so its words belong to its key. */
export function readForm(body: ViewSubmitAction): ReadPress {
  const { view } = body;
  const fields: Record<string, string> = {};
  for (const [block, values] of Object.entries(view.state.values))
    fields[block] =
      values.value?.value ?? values.value?.selected_option?.value ?? values.value?.selected_user ?? "";
  const words = createHash("sha256").update(JSON.stringify(fields)).digest("base64url");
  return {
    stored: {
      by: "form",
      name: view.callback_id,
      subjectId: view.private_metadata,
      who: whoOf(body),
      fields,
    },
    sourceKey: `form|${view.id}|${view.hash}|${words}`,
  };
}

/** What a message says where it holds no words, such as a picture. */
const NO_WORDS = "(no words: a file, or something else that is no text)";

/** A message's menu: the message as Slack told it, and what names this one choice, which a retry repeats. */
export function readShortcut({
  api_app_id: app,
  channel,
  message,
  action_ts: at,
  user,
  team,
}: MessageShortcut & { readonly api_app_id?: string }): {
  readonly sourceKey: string;
  readonly post: PostInHand;
} {
  return {
    sourceKey: `shortcut|${channel.id}/${message.ts}|${at}|${user.id}`,
    post: {
      spaceId: team?.id ?? "",
      channelId: channel.id,
      messageId: message.ts,
      authorId: message.user ?? String(message.bot_id ?? ""),
      isOurs: app !== undefined && (message.app_id ?? message.bot_profile?.app_id) === app,
      text: plainText(message.text ?? "") || NO_WORDS,
      writtenAtMs: Number(message.ts) * 1000,
      isPrivate: true,
    },
  };
}

import type { InputBlock, KnownBlock, View } from "@slack/types";
import { splitText } from "#core/screening/clean-text.ts";

const LIMITS = { section: 2900, label: 75, title: 24, header: 150 } as const;

/** A message in Slack's own JSON; `text` is what a notification shows, so it never holds what a patient wrote. */
export interface Content {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export interface Button {
  readonly verb: string;
  readonly subject: string;
  readonly label: string;
  readonly look?: "primary" | "danger";
}

/** One piece of a card: our own words with markup, a person's words shown letter by letter, or small print. */
export type Piece = { readonly ours: string } | { readonly theirs: string } | { readonly small: string };

/** How one card looks, before Slack's limits. */
export interface Face {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly buttons: readonly Button[];
}

/** Names and other short texts inside our own markup: no mention, no link and no formatting survives. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[*_~`]/g, "\u200b$&");
}

/** A moment in each reader's own time zone, with UTC for clients that cannot. */
export function moment(at: Date): string {
  const plain = `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${plain}>`;
}

export function day(at: Date): string {
  return at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

function pieceBlocks(piece: Piece): KnownBlock[] {
  if ("small" in piece)
    return [{ type: "context", elements: [{ type: "mrkdwn", text: piece.small, verbatim: true }] }];
  if ("ours" in piece)
    return [{ type: "section", text: { type: "mrkdwn", text: piece.ours, verbatim: true } }];
  // plain_text shows what a person wrote letter by letter: no mention, no link, no formatting.
  return splitText(piece.theirs, LIMITS.section).map((text) => ({
    type: "section",
    text: { type: "plain_text", text, emoji: false },
  }));
}

function buttonBlocks(buttons: readonly Button[]): KnownBlock[] {
  if (buttons.length === 0) return [];
  return [
    {
      type: "actions",
      elements: buttons.map(({ verb, subject, label, look }) => ({
        type: "button",
        action_id: verb,
        value: subject,
        text: { type: "plain_text", text: label.slice(0, LIMITS.label), emoji: false },
        ...(look === undefined ? {} : { style: look }),
      })),
    },
  ];
}

export function blocksOf({ title, pieces, buttons }: Face): KnownBlock[] {
  return [
    { type: "header", text: { type: "plain_text", text: title.slice(0, LIMITS.header), emoji: false } },
    ...pieces.flatMap(pieceBlocks),
    ...buttonBlocks(buttons),
  ];
}

/** A face as a message; the notification shows its title only. */
export function contentOf(face: Face): Content {
  return { text: escapeText(face.title), blocks: blocksOf(face) };
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly limit: number;
  readonly long?: true;
  readonly optional?: true;
  readonly value?: string;
  readonly hint?: string;
  /** One of these instead of what is typed; the one whose value is `value` is chosen beforehand. */
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
  /** Somebody of the workspace instead of what is typed. */
  readonly people?: true;
}

export interface Form {
  readonly verb: string;
  readonly subject: string;
  readonly title: string;
  readonly submit?: string;
  readonly pieces: readonly Piece[];
  readonly fields: readonly Field[];
}

/** What a field is filled in with. */
function elementOf({ limit, long, value, choices, people }: Field): InputBlock["element"] {
  if (people) return { type: "users_select", action_id: "value" };
  if (choices === undefined)
    return {
      type: "plain_text_input",
      action_id: "value",
      multiline: long === true,
      max_length: limit,
      ...(value === undefined || value === "" ? {} : { initial_value: value }),
    };
  const options = choices.map((choice) => ({
    text: { type: "plain_text" as const, text: choice.label.slice(0, LIMITS.label), emoji: false },
    value: choice.value,
  }));
  const chosen = options.find((option) => option.value === value);
  return {
    type: "static_select",
    action_id: "value",
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}

/** A form as a view; it comes back to the form of the same verb. */
export function viewOf({ verb, subject, title, submit = "Send", pieces, fields }: Form): View {
  return {
    type: "modal",
    callback_id: verb,
    private_metadata: subject,
    title: { type: "plain_text", text: title.slice(0, LIMITS.title) },
    ...(fields.length === 0 ? {} : { submit: { type: "plain_text", text: submit } }),
    close: { type: "plain_text", text: fields.length === 0 ? "Close" : "Cancel" },
    blocks: [
      ...pieces.flatMap(pieceBlocks),
      ...fields.map((field): KnownBlock => {
        const { id, label, optional, hint } = field;
        return {
          type: "input",
          block_id: id,
          optional: optional === true,
          label: { type: "plain_text", text: label, emoji: false },
          ...(hint === undefined ? {} : { hint: { type: "plain_text", text: hint } }),
          element: elementOf(field),
        };
      }),
    ],
  };
}

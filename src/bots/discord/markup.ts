import {
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { t } from "#core/language/t.ts";

/** What Discord allows in one message, with room to spare for a footer. */
const LIMITS = { body: 3800, label: 80, customId: 100, buttonsInRow: 5, options: 25 } as const;

/** A file for whoever pressed; Discord tells its type by the end of its name. It is made for the press and kept nowhere. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A message in Discord's own JSON; the same for a post, an answer to a press and an edit. */
export interface Content {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags?: number;
  /** Only in an answer to a press. */
  readonly files?: readonly Attachment[];
}

export interface Button {
  readonly verb: string;
  readonly subject: string;
  readonly label: string;
  readonly look?: "main" | "danger";
  /** Begins a row of its own. */
  readonly apart?: true;
}

/**
 * A choice from a list, shown under a face; it is pressed like a button, with the chosen value as its subject. With a subject
 * of its own it brings the values along instead: several, where it says so, and none is one of these.
 */
export interface Choice {
  readonly verb: string;
  readonly hint: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly subject?: string;
  readonly chosen?: readonly string[];
  readonly several?: true;
}

/** The subject of a list that leads to what is chosen from it. */
export const CHOSEN = "chosen";

/** How one card looks, before Discord's limits split it. `body` is markup: escape every text that a person wrote. */
export interface Face {
  readonly title: string;
  readonly body: string;
  readonly footer?: string;
  readonly buttons: readonly Button[];
  readonly choice?: Choice | undefined;
  /** Lists that come before the buttons, since they are chosen from first. */
  readonly choices?: readonly Choice[];
}

/**
 * A person's text, so that Discord shows it letter by letter: no bold, no heading, no masked link, no mention. Plain
 * brackets stay readable, since a masked link needs `](`.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*_~`|<]/g, "\\$&")
    .replace(/\]\(/g, "]\\(")
    .replace(/@(?=everyone|here)/g, "@\u200b")
    .replace(/^(\s*)([#>-])/gm, "$1\\$2");
}

/** Where to cut so that no line, word or letter is torn when it can be helped. */
function cutAt(text: string, limit: number): number {
  for (const mark of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(mark, limit);
    if (at > limit / 2) return at;
  }
  let at = limit;
  for (const { index } of new Intl.Segmenter().segment(text.slice(limit - 64, limit + 64)))
    if (index <= 64) at = limit - 64 + index;
  return at;
}

/** The body in parts that fit one message each; nothing is dropped. */
export function partsOf(body: string): readonly string[] {
  const parts: string[] = [];
  let rest = body;
  while (rest.length > LIMITS.body) {
    const at = cutAt(rest, LIMITS.body);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
}

/** `<verb>:<subject>`, and after it the delivery's key where there is room for it. */
export function customId(verb: string, subject: string, key?: string): string {
  const plain = `${verb}:${subject}`;
  const withKey = key === undefined ? plain : `${plain}:${key}`;
  const id = withKey.length <= LIMITS.customId ? withKey : plain;
  if (id.length > LIMITS.customId) throw new Error(`custom id of ${verb} is too long`);
  return id;
}

export function readCustomId(id: string): { verb: string; subject: string; key: string | undefined } {
  const [verb = "", subject = "", key] = id.split(":");
  return { verb, subject, key };
}

const STYLES = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

function buttonJson({ verb, subject, label, look }: Button, key?: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: look === undefined ? ButtonStyle.Secondary : STYLES[look],
    label: label.slice(0, LIMITS.label),
    custom_id: customId(verb, subject, key),
  };
}

function choiceRow({ verb, hint, subject = CHOSEN, chosen = [], several, ...choice }: Choice) {
  const options = choice.options.slice(0, LIMITS.options).map(({ label, value }) => ({
    label: label.slice(0, 100),
    value,
    ...(chosen.includes(value) ? { default: true } : {}),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId(verb, subject),
        placeholder: hint,
        options,
        ...(several === true ? { min_values: 0, max_values: options.length } : {}),
      },
    ],
  } satisfies APIMessageTopLevelComponent;
}

/** In rows of five; one that stands apart begins a new one. */
function buttonRows(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    if (row === undefined || row.length === LIMITS.buttonsInRow || button.apart) rows.push([button]);
    else row.push(button);
  }
  return rows;
}

function rowsOf(
  { buttons, choice, choices = [] }: Face,
  key: string | undefined,
): APIMessageTopLevelComponent[] {
  const hasOptions = ({ options }: Choice) => options.length > 0;
  const after = choice === undefined ? [] : [choice];
  return [
    ...choices.filter(hasOptions).map(choiceRow),
    ...buttonRows(buttons).map((row, at) => ({
      type: ComponentType.ActionRow as const,
      components: row.map((button, index) => buttonJson(button, at + index === 0 ? key : undefined)),
    })),
    ...after.filter(hasOptions).map(choiceRow),
  ];
}

/**
 * One part of a face as a message; buttons stand under the last part only.
 *
 * @NOTE Discord echoes a nonce when a message is made, but messages read back from history may lack it. So the key
 * also stands in the first button's custom_id, or, where a part has no button, in the embed's footer.
 */
export function contentOf(face: Face, part = 0, key?: string): Content {
  const parts = partsOf(face.body);
  const body = parts[part];
  if (body === undefined) throw new Error("a card has no such part");
  const last = part === parts.length - 1;
  const rows = last ? rowsOf(face, key) : [];
  const counted =
    parts.length > 1 ? t("Part {part} of {parts}", { part: part + 1, parts: parts.length }) : undefined;
  const reference = rows.length === 0 && key !== undefined ? `ref ${key}` : undefined;
  const footer = [last ? face.footer : undefined, counted, reference].filter((line) => line !== undefined);
  const embed: APIEmbed = {
    ...(part === 0 ? { title: face.title } : {}),
    description: body,
    ...(footer.length > 0 ? { footer: { text: footer.join(" · ") } } : {}),
  };
  return { content: "", embeds: [embed], components: rows };
}

/** A face that answers a press: all of it in one private message, since such texts are short. */
export function show(...faces: readonly Face[]): Content {
  const shown = faces.flatMap((face) => partsOf(face.body).map((_, part) => contentOf(face, part)));
  return {
    content: "",
    embeds: shown.flatMap(({ embeds }) => embeds),
    components: shown.flatMap(({ components }) => components),
  };
}

/** A plain line to the person who pressed; links in it never unfold. */
export function line(text: string, buttons: readonly Button[] = []): Content {
  return {
    content: text,
    embeds: [],
    components: rowsOf({ title: "", body: "", buttons }, undefined),
    flags: MessageFlags.SuppressEmbeds,
  };
}

/** A moment in each reader's own time zone. */
export function moment(at: Date): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:f>`;
}

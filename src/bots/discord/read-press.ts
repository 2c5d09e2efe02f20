import { createHash } from "node:crypto";
import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
  UserContextMenuCommandInteraction,
} from "discord.js";
import { languageOf } from "#core/language/language.ts";
import { isPrivate } from "./is-private.ts";
import { CHOSEN, customId, readCustomId } from "./markup.ts";
import { type FormTraits, type Modal, type Press, type Route, routesOf, SEVERAL } from "./press.ts";
import { BUTTONS, COMMANDS, FORMS } from "./routes.ts";
import { targetInHand } from "./targets-in-hand.ts";

export type Pressed =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | StringSelectMenuInteraction
  | UserContextMenuCommandInteraction;

/** A press without the core: plain data that can be stored and run again. */
export interface StoredPress extends Omit<Press, "core" | "handling"> {
  readonly by: "command" | "button" | "form";
  readonly name: string;
}

export function isPressed(interaction: Interaction): interaction is Pressed {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isUserContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isModalSubmit()
  );
}

function fieldsOf(interaction: ModalSubmitInteraction): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [id, field] of interaction.fields.fields) {
    if ("value" in field && typeof field.value === "string") fields[id] = field.value;
    if ("values" in field) fields[id] = field.values.join(SEVERAL);
  }
  return fields;
}

type Command = Exclude<Pressed, ModalSubmitInteraction | ButtonInteraction | StringSelectMenuInteraction>;

/** A command as people type it, with its subcommand, and what they gave with it. */
function commandOf(interaction: Command): Pick<StoredPress, "name" | "fields"> {
  const { commandName: name } = interaction;
  if (!interaction.isChatInputCommand()) return { name, fields: {} };
  const sub = interaction.options.getSubcommand(false);
  const { data } = interaction.options;
  const given = sub === null ? data : (data[0]?.options ?? []);
  return {
    name: sub === null ? name : `${name} ${sub}`,
    fields: Object.fromEntries(given.map((option) => [option.name, String(option.value ?? "")])),
  };
}

/**
 * A list leads to what was chosen from it; one about a subject of its own brings what was chosen along, since several may be.
 */
function componentOf(interaction: ButtonInteraction | StringSelectMenuInteraction) {
  const { verb, subject } = readCustomId(interaction.customId);
  if (!interaction.isStringSelectMenu()) return { name: verb, subjectId: subject, fields: {} };
  const { values } = interaction;
  return subject === CHOSEN
    ? { name: verb, subjectId: values[0] ?? "", fields: {} }
    : { name: verb, subjectId: subject, fields: { chosen: values.join(" ") } };
}

/** Reduces an interaction to what routes work with. */
export function readPress(interaction: Pressed): StoredPress {
  const who = {
    accountId: interaction.user.id,
    spaceId: interaction.guildId ?? undefined,
    language: languageOf(interaction.locale),
  };
  if (interaction.isModalSubmit()) {
    const { verb, subject, key } = readCustomId(interaction.customId);
    const target = key === undefined ? undefined : targetInHand({ id: key, accountId: who.accountId });
    const form = { by: "form", name: verb, subjectId: subject, who, fields: fieldsOf(interaction) } as const;
    return target === undefined ? form : { ...form, target };
  }
  if (interaction.isMessageComponent()) return { by: "button", who, ...componentOf(interaction) };
  const press = { by: "command", subjectId: "all", who, ...commandOf(interaction) } as const;
  const self = interaction.client.user.id;
  if (interaction.isUserContextMenuCommand()) {
    const { targetId, targetUser } = interaction;
    return { ...press, targetAccountId: targetId, targetIsBot: targetUser.bot, onOurs: targetId === self };
  }
  if (!interaction.isMessageContextMenuCommand()) return press;
  const { id, channelId, author, content, attachments } = interaction.targetMessage;
  const files = attachments.size;
  const target = {
    ...{ channelId, messageId: id, authorId: author.id, text: content, files },
    isPrivate: isPrivate(interaction.channel),
  };
  return { ...press, target, targetIsBot: author.bot, onOurs: author.id === self };
}

/** The route of a press, or undefined for one that an older or newer version of the program put on the screen. */
export function routeOf({ by, name }: Pick<StoredPress, "by" | "name">): (Route & FormTraits) | undefined {
  if (by === "command") return COMMANDS.flatMap(routesOf).find(([known]) => known === name)?.[1];
  return (by === "button" ? BUTTONS : FORMS).find(({ verb }) => verb === name);
}

/** Marks a form with the press that opened it, so that its sending can be told from the sending of another one. */
export function withActKey(form: Modal, interactionId: string): Modal {
  const { verb, subject } = readCustomId(form.custom_id);
  return { ...form, custom_id: customId(verb, subject, interactionId) };
}

/**
 * Names the act itself. A form that Discord could not hand over stays open, and is sent again as a new interaction: with
 * the same words it is the same act, with other words another.
 */
export function keyOfAct(interaction: Pressed, { fields }: Pick<StoredPress, "fields">): string {
  const opened = interaction.isModalSubmit() ? readCustomId(interaction.customId).key : undefined;
  if (opened === undefined) return `discord|interaction|${interaction.id}`;
  const words = createHash("sha256").update(JSON.stringify(fields)).digest("base64url");
  return `discord|form|${opened}|${words}`;
}

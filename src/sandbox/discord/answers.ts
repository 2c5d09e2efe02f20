import { REFUSED } from "./errors.ts";
import type { Upload } from "./files.ts";
import { messageJson } from "./json.ts";
import { changeMessage, createMessage, removeMessage } from "./messages.ts";
import type { Interaction, Json, StoredMessage } from "./model.ts";
import { checkMessage } from "./validate.ts";
import type { World } from "./world.ts";

const TOKEN_MS = 15 * 60_000;
const EPHEMERAL = 1 << 6;

/** A message that answers an interaction; the private flag decides who sees it. */
export function answerMessage(
  world: World,
  interaction: Interaction,
  body: Json,
  uploads: readonly Upload[] = [],
): StoredMessage {
  const hidden = (Number(body.flags ?? 0) & EPHEMERAL) !== 0;
  return createMessage(world, world.channel(interaction.channelId), {
    authorId: interaction.application.bot.id,
    body,
    uploads,
    ...(hidden ? { ephemeralFor: interaction.personId } : {}),
  });
}

function alive(world: World, applicationId: string, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (interaction === undefined || interaction.application.id !== applicationId || !interaction.answered)
    throw REFUSED.unknownWebhook();
  if (world.clock.now() - interaction.startedAt > world.clock.window(TOKEN_MS)) throw REFUSED.webhookToken();
  return interaction;
}

/** The answer with this id; `@original` is the first one. */
function answerOf(interaction: Interaction, messageId: string): StoredMessage {
  const known = [interaction.original, ...interaction.followUps];
  const found =
    messageId === "@original" ? interaction.original : known.find((message) => message?.id === messageId);
  if (found === undefined || found.deleted) throw REFUSED.unknownMessage();
  return found;
}

/** What a deferral promised comes as private or public as it was promised. */
function keepPromise(
  world: World,
  interaction: Interaction,
  body: Json,
  uploads: readonly Upload[],
): StoredMessage {
  const flags = Number(body.flags ?? 0) & ~EPHEMERAL;
  const hidden = interaction.deferred === "private" ? EPHEMERAL : 0;
  const made = answerMessage(world, interaction, { ...body, flags: flags | hidden }, uploads);
  interaction.original = made;
  return made;
}

function isOwed({ deferred, original }: Interaction): boolean {
  return original === undefined && (deferred === "private" || deferred === "public");
}

/** The body of a request that answers a press, and the files that came with it. */
interface Sent {
  readonly body: Json;
  readonly uploads: readonly Upload[];
}

/** PATCH of an answer: fills a deferred one, or changes what stands. */
export function editAnswer(
  world: World,
  applicationId: string,
  token: string,
  messageId: string,
  { body, uploads }: Sent,
): Json {
  const interaction = alive(world, applicationId, token);
  const owed = messageId === "@original" && isOwed(interaction);
  const standing = owed ? undefined : answerOf(interaction, messageId);
  const flags = standing?.flags ?? 0;
  checkMessage(body, { mayBeEmpty: !owed, interaction: true, standing: flags, files: uploads.length });
  if (standing === undefined) keepPromise(world, interaction, body, uploads);
  else changeMessage(world, standing, body, uploads);
  interaction.settle("shown");
  return messageJson(world, standing ?? answerOf(interaction, "@original"));
}

/** A further message on the same press; the first after a deferral fills it. */
export function followUp(world: World, applicationId: string, token: string, { body, uploads }: Sent): Json {
  const interaction = alive(world, applicationId, token);
  checkMessage(body, { interaction: true, files: uploads.length });
  const owed = isOwed(interaction);
  const message = owed
    ? keepPromise(world, interaction, body, uploads)
    : answerMessage(world, interaction, body, uploads);
  if (!owed) interaction.followUps.push(message);
  interaction.settle("shown");
  return messageJson(world, message);
}

export function readAnswer(world: World, applicationId: string, token: string, messageId: string): Json {
  return messageJson(world, answerOf(alive(world, applicationId, token), messageId));
}

export function removeAnswer(world: World, applicationId: string, token: string, messageId: string): void {
  removeMessage(world, answerOf(alive(world, applicationId, token), messageId));
}

import { answerMessage } from "./answers.ts";
import { InteractionFailed, REFUSED } from "./errors.ts";
import { LARGEST_FILE, type Upload } from "./files.ts";
import { openForm } from "./forms.ts";
import { newToken } from "./ids.ts";
import { channelJson, memberJson, messageJson, userJson } from "./json.ts";
import { changeMessage } from "./messages.ts";
import type { Application, Interaction, Json, StoredMessage } from "./model.ts";
import { checkMessage } from "./validate.ts";
import { checkModal } from "./validate-components.ts";
import type { World } from "./world.ts";

const FIRST_ANSWER_MS = 3000;
const EPHEMERAL = 1 << 6;
/** A person waits this long for what was promised by a deferral; real milliseconds. */
const PATIENCE_MS = 8000;
const UPDATE_PATIENCE_MS = 2500;

interface Use {
  readonly application: Application;
  readonly personId: string;
  readonly channelId: string;
  readonly type: 2 | 3 | 5;
  readonly data: Json;
  readonly source?: StoredMessage;
}

/** Sends what a person did to the app, and resolves when they see its answer; rejects as they would see it fail. */
export async function interact(world: World, use: Use): Promise<void> {
  const { application, personId, channelId, type, data, source } = use;
  const channel = world.channel(channelId);
  const person = world.person(personId);
  const id = world.nextId();
  const outcome = new Promise<void>((resolve, reject) => {
    const interaction: Interaction = {
      id,
      token: newToken(),
      application,
      personId,
      channelId,
      startedAt: world.clock.now(),
      source,
      fromForm: type === 5,
      answered: false,
      expired: false,
      original: undefined,
      followUps: [],
      deferred: undefined,
      settle: () => {},
    };
    world.interactions.set(interaction.token, interaction);
    const cancel = world.timers.after(world.clock.window(FIRST_ANSWER_MS), () => {
      interaction.expired = true;
      reject(new InteractionFailed());
    });
    let patience: (() => void) | undefined;
    interaction.settle = (how) => {
      cancel();
      if (how === "shown") {
        patience?.();
        resolve();
        return;
      }
      const waitMs = interaction.deferred === "update" ? UPDATE_PATIENCE_MS : PATIENCE_MS;
      patience = world.timers.after(waitMs, resolve);
    };
    const guild = channel.guildId;
    const server = world.guilds.get(guild ?? "");
    world.dispatch(
      application,
      "INTERACTION_CREATE",
      {
        id,
        application_id: application.id,
        type,
        token: interaction.token,
        version: 1,
        ...(server === undefined
          ? { user: userJson(person) }
          : {
              guild_id: guild,
              guild: { id: guild, locale: "en-US", features: [] },
              member: memberJson(world, person, server, channel),
            }),
        channel: channelJson(world, channel),
        channel_id: channelId,
        data,
        ...(source === undefined ? {} : { message: messageJson(world, source) }),
        app_permissions: String(world.permissions(application.bot.id, channel)),
        locale: person.locale,
        guild_locale: "en-US",
        entitlements: [],
        authorizing_integration_owners: guild === undefined ? { 1: personId } : { 0: guild },
        context: guild === undefined ? 1 : 0,
        attachment_size_limit: LARGEST_FILE,
      },
      guild === undefined ? { dm: true } : { guildId: guild },
    );
  });
  await outcome;
}

/** The first answer: within 3 s, and once. */
export function callback(
  world: World,
  id: string,
  token: string,
  { body, uploads }: { body: Json; uploads: readonly Upload[] },
): Json | undefined {
  const interaction = world.interactions.get(token);
  if (interaction === undefined || interaction.id !== id || interaction.expired)
    throw REFUSED.unknownInteraction();
  if (interaction.answered) throw REFUSED.answered();
  const data = (body.data ?? {}) as Json;
  const type = Number(body.type);
  if (type === 4) {
    checkMessage(data, { interaction: true, files: uploads.length });
    interaction.original = answerMessage(world, interaction, data, uploads);
  } else if (type === 7) {
    checkMessage(data, { mayBeEmpty: true, interaction: true, standing: interaction.source?.flags ?? 0 });
    if (interaction.source === undefined) throw REFUSED.form("type", "There is no message to update.");
    interaction.original = interaction.source;
    changeMessage(world, interaction.source, data, uploads);
  } else if (type === 9) {
    if (interaction.fromForm) throw REFUSED.form("type", "A form cannot answer a form.");
    checkModal(data);
    openForm(world, interaction, data);
  } else if (type === 5) {
    const flags = Number(data.flags ?? 0);
    if ((flags & ~EPHEMERAL) !== 0) throw REFUSED.form("flags", "Only the ephemeral flag can be set.");
    interaction.deferred = flags === 0 ? "public" : "private";
  } else if (type === 6) {
    if (interaction.source === undefined) throw REFUSED.form("type", "There is no message to update.");
    interaction.deferred = "update";
    interaction.original = interaction.source;
  } else throw REFUSED.form("type", "Value must be one of {4, 5, 6, 7, 9}.");
  interaction.answered = true;
  interaction.settle(type === 5 || type === 6 ? "answered" : "shown");
  const { original } = interaction;
  return {
    interaction: { id, type: 2, ...(original === undefined ? {} : { response_message_id: original.id }) },
    ...(original === undefined ? {} : { resource: { type, message: messageJson(world, original) } }),
  };
}

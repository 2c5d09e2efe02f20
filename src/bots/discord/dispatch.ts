import { DiscordAPIError, MessageFlags } from "discord.js";
import { createIntake, type Intake, isReplay, type Taken } from "#bots/intake.ts";
import { authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import { errorFacts } from "../../log.ts";
import { actorOf } from "./actor.ts";
import type { MessageEvent } from "./events/event.ts";
import { type Content, line } from "./markup.ts";
import type { Modal, Press, Route } from "./press.ts";
import { type Pressed, readPress, routeOf, type StoredPress } from "./read-press.ts";
import { renderError } from "./render-error.ts";
import { EVENTS } from "./routes.ts";

/** Says something to a person in a channel; `key` keeps a repeated attempt from being said twice. */
export type Say = (channelId: string, content: Content, key: string) => Promise<void>;

export interface Dispatch {
  pressed(interaction: Pressed): Promise<void>;
  happened(kind: string, event: MessageEvent, sourceKey: string): Promise<void>;
  /** Does what an earlier run stored and did not finish. */
  finishLeft(): Promise<void>;
}

type Shows = Exclude<Route, { reply: "form" }>;
type Opens = Extract<Route, { reply: "form" }>;

async function opened(route: Opens, press: Press): Promise<Modal> {
  if (route.access === "anyone") return route.run(press);
  const actor = await actorOf(press.core, press.who, press.subjectId);
  authorise(actor, route.access);
  return route.run({ ...press, actor });
}

async function shown(route: Shows, press: Press): Promise<Content> {
  if (route.access === "anyone") return route.run(press);
  const actor = await actorOf(press.core, press.who, press.subjectId);
  authorise(actor, route.access);
  return route.run({ ...press, actor });
}

/** True when Discord no longer waits for an answer: too late, or another process answered. */
function isDead(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060);
}

const PRIVATE = MessageFlags.Ephemeral;

function options({ content, embeds, components, flags = 0 }: Content) {
  const suppress = (flags & MessageFlags.SuppressEmbeds) !== 0;
  return {
    content,
    embeds,
    components,
    ...(suppress ? ({ flags: MessageFlags.SuppressEmbeds } as const) : {}),
  };
}

/** Defers, and says how to answer afterwards. An error never replaces the message that was pressed. */
async function acknowledge(interaction: Pressed, reply: Shows["reply"]) {
  const inPlace =
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  if (reply === "update" && inPlace) {
    await interaction.deferUpdate();
    return {
      show: async (content: Content) => void (await interaction.editReply(options(content))),
      refuse: async (content: Content) => {
        const { flags: _plain, ...rest } = options(content);
        await interaction.followUp({ ...rest, flags: PRIVATE });
      },
    };
  }
  await interaction.deferReply({ flags: PRIVATE });
  const show = async (content: Content) => void (await interaction.editReply(options(content)));
  return { show, refuse: show };
}

/** The only place of the Discord side that catches: stores, acknowledges, runs, shows or explains. */
export function createDispatch(core: Core, say: Say): Dispatch {
  const intake = createIntake(core, "discord");
  const failed = (what: string, error: unknown) =>
    core.log.error("discord.dispatch", { ...errorFacts(error), platform: "discord", what });

  async function pressed(interaction: Pressed): Promise<void> {
    const stored = readPress(interaction);
    const route = routeOf(stored);
    const press = { ...stored, core, handling: core };
    try {
      if (route === undefined) {
        const { flags: _plain, ...rest } = options(
          line("This button is from an older version. Use /my or /ask instead."),
        );
        await interaction.reply({ ...rest, flags: PRIVATE });
      } else if (route.reply === "form") await openForm(interaction, route, press);
      else await answer(core, intake, interaction, route, { stored, press, failed });
    } catch (error) {
      failed("press", error);
    }
  }

  async function openForm(interaction: Pressed, route: Opens, press: Press): Promise<void> {
    try {
      const form = await opened(route, press);
      if (interaction.isModalSubmit()) throw new Error("a form cannot answer a form");
      await interaction.showModal(form);
    } catch (error) {
      if (isDead(error)) return failed("form", error);
      const { flags: _plain, ...rest } = options(renderError(core, error));
      await interaction.reply({ ...rest, flags: PRIVATE });
    }
  }

  async function workOn(taken: Taken): Promise<void> {
    const event = EVENTS.find(({ kind }) => kind === taken.kind);
    const stored: unknown = JSON.parse(taken.payload);
    try {
      if (event === undefined) await runAgain(core, stored as StoredPress, taken.handling);
      else {
        const message = stored as MessageEvent;
        const content = await event.run({ core, handling: taken.handling, event: message });
        if (content !== undefined) await say(message.channelId, content, taken.arrivalId);
      }
      await intake.settle(taken, "done");
    } catch (error) {
      if (error instanceof DomainError && event !== undefined)
        await say((stored as MessageEvent).channelId, renderError(core, error), taken.arrivalId);
      else if (!isReplay(error)) failed(taken.kind, error);
      await intake.settle(taken, error instanceof DomainError || isReplay(error) ? "done" : "later");
    }
  }

  return {
    pressed,
    async happened(kind, event, sourceKey) {
      try {
        const taken = await intake.take({ sourceKey, kind, payload: JSON.stringify(event) });
        if (taken !== undefined) await workOn(taken);
      } catch (error) {
        failed(kind, error);
      }
    },
    async finishLeft() {
      try {
        for (const taken of await intake.left()) await workOn(taken);
      } catch (error) {
        failed("left", error);
      }
    },
  };
}

/** A press that was stored and not done: the token to answer it is gone, its effect is not. */
async function runAgain(core: Core, stored: StoredPress, handling: Core): Promise<void> {
  const route = routeOf(stored);
  if (route !== undefined && route.reply !== "form") await shown(route, { ...stored, core, handling });
}

interface Answering {
  readonly stored: StoredPress;
  readonly press: Press;
  failed(what: string, error: unknown): void;
}

/** What changes something is in the database before it is acknowledged; a second arrival of it is silence. */
async function answer(
  core: Core,
  intake: Intake,
  interaction: Pressed,
  route: Shows,
  { stored, press, failed }: Answering,
): Promise<void> {
  let taken: Taken | undefined;
  if (route.changes) {
    const sourceKey = `discord|interaction|${interaction.id}`;
    taken = await intake.take({ sourceKey, kind: "press", payload: JSON.stringify(stored) });
    if (taken === undefined) return;
  }
  try {
    const told = await acknowledge(interaction, route.reply);
    try {
      await told.show(await shown(route, { ...press, handling: taken?.handling ?? core }));
    } catch (error) {
      if (!isReplay(error)) await told.refuse(renderError(core, error));
    }
  } catch (error) {
    failed(isDead(error) ? "too-late" : "answer", error);
  } finally {
    if (taken !== undefined) await intake.settle(taken, "done");
  }
}

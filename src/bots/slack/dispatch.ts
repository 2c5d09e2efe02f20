import type { BlockAction, ButtonAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { createIntake, isReplay, type Take, type Taken } from "#bots/intake.ts";
import { authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import { errorFacts } from "../../log.ts";
import { actorOf } from "./actor.ts";
import type { FormSent } from "./answer-form.ts";
import type { RequireInsider } from "./directory.ts";
import { NotYetKnown, type TypedInThread, threadTyped } from "./events/thread-typed.ts";
import { createFormWork } from "./form-work.ts";
import { homeOf } from "./home.ts";
import { viewOf } from "./markup.ts";
import type { Press, Route, Shown, Who } from "./press.ts";
import { type ReadPress, readButton, type StoredPress, whoOf } from "./read-press.ts";
import { renderError } from "./render-error.ts";
import { BUTTONS, FORMS } from "./routes.ts";
import { createShortcutWork, type ShortcutChosen } from "./shortcut-work.ts";
import { told } from "./told.ts";

export interface ButtonPressed {
  readonly body: BlockAction;
  readonly action: ButtonAction;
  readonly ack: () => Promise<void>;
  readonly client: WebClient;
}

export interface Dispatch {
  pressed(press: ButtonPressed): Promise<void>;
  sent(form: FormSent): Promise<void>;
  chosen(shortcut: ShortcutChosen): Promise<void>;
  homeOpened(who: Who, client: WebClient): Promise<void>;
  /** Stores it, so that it may be acknowledged; what follows from it happens afterwards. */
  storeTyped(typed: TypedInThread): Promise<void>;
  /** Does what an earlier run stored and did not finish. */
  finishLeft(): Promise<void>;
}

function routeOf({ by, name }: Pick<StoredPress, "by" | "name">): Route | undefined {
  return (by === "button" ? BUTTONS : FORMS).find(({ verb }) => verb === name);
}

/** A private line: in the channel where it was pressed, else as a small form over the page. */
async function tell({ body, client }: ButtonPressed, text: string): Promise<void> {
  const channel = body.channel?.id;
  if (channel === undefined) {
    await client.views.open({ trigger_id: body.trigger_id, view: viewOf(told({ theirs: text })) });
    return;
  }
  const thread = (body.message as { thread_ts?: string } | undefined)?.thread_ts;
  await client.chat.postEphemeral({
    channel,
    user: body.user.id,
    text,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
}

async function show(press: ButtonPressed, what: Shown): Promise<void> {
  if (what === undefined) return;
  if ("say" in what) await tell(press, what.say);
  else await press.client.views.open({ trigger_id: press.body.trigger_id, view: viewOf(what.form) });
}

/** The only place of the Slack side that catches: stores, acknowledges, runs, shows or explains. */
export function createDispatch(core: Core, requireInsider: RequireInsider): Dispatch {
  const intake = createIntake(core, "slack");
  const failed = (what: string, error: unknown) =>
    core.log.error("slack.dispatch", { ...errorFacts(error), platform: "slack", what });

  async function shown(route: Route, press: Press): Promise<Shown> {
    await requireInsider(press.who);
    if (route.access === "anyone") return route.run(press);
    const actor = await actorOf(press.core, press.who);
    authorise(actor, route.access);
    return route.run({ ...press, actor });
  }

  async function store({ stored, sourceKey }: ReadPress): Promise<Take> {
    return intake.take({ sourceKey, kind: "press", payload: JSON.stringify(stored) });
  }

  async function pressed(press: ButtonPressed): Promise<void> {
    const read = readButton(press.body, press.action);
    const route = routeOf(read.stored);
    let taken: Taken | undefined;
    if (route?.changes) {
      const take = await store(read);
      if (take.how !== "taken") return press.ack();
      taken = take.taken;
    }
    await press.ack().catch((error: unknown) => failed("acknowledge", error));
    if (route === undefined) return tell(press, "This button is from an older version.");
    const outcome = await showResult(press, route, {
      ...read.stored,
      core,
      handling: taken?.handling ?? core,
    });
    if (taken !== undefined) await intake.settle(taken, outcome);
  }

  /** Done, or refused in words, is over; a fault of ours that nobody could be told of is tried again. */
  async function showResult(pressed: ButtonPressed, route: Route, press: Press): Promise<"done" | "later"> {
    try {
      const what = await shown(route, press);
      await show(pressed, what).catch((error: unknown) => failed("show", error));
      return "done";
    } catch (error) {
      if (isReplay(error)) return "done";
      try {
        await tell(pressed, renderError(core, error));
        return "done";
      } catch (untold) {
        failed("tell", untold);
        return error instanceof DomainError ? "done" : "later";
      }
    }
  }

  async function finishOther(taken: Taken, stored: unknown): Promise<void> {
    if (taken.kind === threadTyped.kind) await threadTyped.run(taken.handling, stored as TypedInThread);
    else {
      const press = stored as StoredPress;
      const route = routeOf(press);
      if (route !== undefined) await shown(route, { ...press, core, handling: taken.handling });
    }
  }

  const forms = createFormWork(core, { intake, shown });
  const choose = createShortcutWork(core, { shown });

  async function workOn(taken: Taken): Promise<void> {
    const stored: unknown = JSON.parse(taken.payload);
    if (taken.kind === "press" && (stored as StoredPress).by === "form")
      return forms.finish(taken, stored as StoredPress);
    try {
      await finishOther(taken, stored);
      await intake.settle(taken, "done");
    } catch (error) {
      const over = error instanceof DomainError || isReplay(error);
      if (!over && !(error instanceof NotYetKnown)) failed(taken.kind, error);
      await intake.settle(taken, over ? "done" : "later");
    }
  }

  /** Who looked at their home page in this run: it is drawn again after a form, which does not say where it was opened. */
  const homes = new Set<string>();
  const nameOf = ({ accountId, spaceId }: Who): string => `${spaceId}/${accountId}`;

  async function drawHome(who: Who, client: WebClient): Promise<void> {
    try {
      await client.views.publish({ user_id: who.accountId, view: await homeOf(core, who) });
    } catch (error) {
      failed("home", error);
    }
  }

  return {
    async pressed(press) {
      const { body, client } = press;
      try {
        await pressed(press);
        if (body.view?.type === "home") await drawHome(whoOf(body), client);
      } catch (error) {
        failed("press", error);
      }
    },
    async sent(form) {
      try {
        await forms.sent(form);
        const who = whoOf(form.body);
        if (homes.has(nameOf(who))) await drawHome(who, form.client);
      } catch (error) {
        failed("form", error);
      }
    },
    async chosen(shortcut) {
      await choose(shortcut).catch((error: unknown) => failed("shortcut", error));
    },
    async homeOpened(who, client) {
      homes.add(nameOf(who));
      await drawHome(who, client);
    },
    async storeTyped(typed) {
      const { teamId, channelId, messageId } = typed;
      const sourceKey = `message|${teamId}|${channelId}|${messageId}|create`;
      const take = await intake.take({ sourceKey, kind: threadTyped.kind, payload: JSON.stringify(typed) });
      if (take.how === "taken") void workOn(take.taken).catch((error: unknown) => failed("typed", error));
    },
    async finishLeft() {
      for (const taken of await intake.left())
        await workOn(taken).catch((error: unknown) => failed("left", error));
    },
  };
}

import { createIntake, isReplay, type Taken } from "#bots/intake.ts";
import { authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { neverKeptIn } from "#core/credentials/proof/never-kept.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { asLanguage, inLanguage } from "#core/language/language.ts";
import { t } from "#core/language/t.ts";
import { errorFacts } from "../../log.ts";
import { actorOf, languageOfAccount } from "./actor.ts";
import { type Answering, acknowledge, isDead, replyPrivately } from "./answer-press.ts";
import type { MessageEvent, MessagePress } from "./events/event.ts";
import { keptOf } from "./events/keep-clean.ts";
import { type Content, line } from "./markup.ts";
import type { FormTraits, Modal, Press, Route } from "./press.ts";
import { keyOfAct, type Pressed, readPress, routeOf, type StoredPress, withActKey } from "./read-press.ts";
import { renderError } from "./render-error.ts";
import { EVENTS } from "./routes.ts";
import type { Say } from "./say.ts";
import { rememberTarget } from "./targets-in-hand.ts";
import { isMendable, waysOut } from "./ways-out.ts";

export interface Dispatch {
  pressed(interaction: Pressed): Promise<void>;
  /** "lost" where it could not be stored: it is as if nobody had heard it. */
  happened(kind: string, event: MessageEvent, sourceKey: string): Promise<"new" | "known" | "lost">;
  /** Does what an earlier run stored and did not finish. */
  finishLeft(): Promise<void>;
}

const languageOfPress = ({ who }: StoredPress) => asLanguage(who.language);

type Shows = Exclude<Route, { reply: "form" }> & FormTraits;
type Opens = Extract<Route, { reply: "form" }>;

async function opened(route: Opens, press: Press): Promise<Modal> {
  if (route.access === "anyone") return route.run(press);
  const actor = await actorOf(press.core, press.who, {
    subjectId: press.subjectId,
    wanted: route.access,
  });
  authorise(actor, route.access);
  return route.run({ ...press, actor });
}

async function shown(route: Shows, press: Press): Promise<Content> {
  if (route.access === "anyone") return route.run(press);
  const actor = await actorOf(press.core, press.who, {
    subjectId: press.subjectId,
    wanted: route.access,
  });
  authorise(actor, route.access);
  return route.run({ ...press, actor });
}

/** What is never kept, in a form that refuses it before anything is stored. */
function unkeptIn({ clean }: Shows, { fields }: StoredPress): DomainError | undefined {
  if (clean !== true) return undefined;
  const kinds = neverKeptIn(fields);
  return kinds.length === 0 ? undefined : refuse("never_kept", { kinds });
}

/** Whether a press had its effect, and what to tell of it; nothing when it had been told before. */
type Result =
  | { readonly how: "done" | "refused" | "failed"; readonly content: Content }
  | { readonly how: "replay" };

/** The only place of the Discord side that catches: stores, acknowledges, runs, shows or explains. */
export function createDispatch(core: Core, say: Say, kindOfRule: MessagePress["kindOfRule"]): Dispatch {
  const intake = createIntake(core, "discord");
  const failed = (what: string, error: unknown) =>
    core.log.error("discord.dispatch", { ...errorFacts(error), platform: "discord", what });

  function refusalOf(error: unknown, { again }: Shows, subjectId: string): Content {
    const mended = again !== undefined && isMendable(error) ? [again(subjectId)] : [];
    return renderError(core, error, [...mended, ...waysOut(error)]);
  }

  async function resultOf(route: Shows, press: Press): Promise<Result> {
    try {
      return { how: "done", content: await shown(route, press) };
    } catch (error) {
      if (isReplay(error)) return { how: "replay" };
      return {
        how: error instanceof DomainError ? "refused" : "failed",
        content: refusalOf(error, route, press.subjectId),
      };
    }
  }

  /** Where Discord no longer takes an answer to the press, the person is told in a message of its own. */
  async function tell(result: Result, told: Answering | undefined, fresh: () => Promise<void>) {
    if (result.how === "replay") return true;
    try {
      if (told === undefined) await fresh();
      else await (result.how === "done" ? told.show : told.refuse)(result.content);
      return true;
    } catch (error) {
      failed("tell", error);
      return false;
    }
  }

  /** Done, or refused in words, is over; a fault of ours that nobody was told of is tried again. */
  const outcomeOf = (result: Result, wasTold: boolean) =>
    result.how === "failed" && !wasTold ? "later" : "done";

  /** How to answer a press; undefined where Discord would not hear of it, which is logged. */
  const heard = (interaction: Pressed, { reply }: Shows): Promise<Answering | undefined> =>
    acknowledge(interaction, reply).catch((error: unknown) => {
      failed(isDead(error) ? "too-late" : "acknowledge", error);
      return undefined;
    });

  async function answer(interaction: Pressed, route: Shows, stored: StoredPress): Promise<void> {
    const unkept = unkeptIn(route, stored);
    if (unkept !== undefined) {
      const told = await heard(interaction, route);
      return told?.refuse(refusalOf(unkept, route, stored.subjectId));
    }
    let taken: Taken | undefined;
    if (route.changes) {
      const take = await intake.take({
        sourceKey: keyOfAct(interaction, stored),
        kind: "press",
        payload: JSON.stringify(stored),
      });
      if (take.how !== "taken") return sayTakenBefore(interaction, route);
      taken = take.taken;
    }
    // Both at once: the press is stored, so what it does no longer depends on Discord having heard of it.
    const acknowledging = heard(interaction, route);
    const result = await resultOf(route, { ...stored, core, handling: taken?.handling ?? core });
    const told = await acknowledging;
    if (taken === undefined && told === undefined) return;
    const fresh = async () => {
      if (result.how !== "replay" && taken !== undefined)
        await say.direct(stored.who.accountId, result.content, taken.arrivalId);
    };
    const wasTold = await tell(result, told, fresh);
    if (taken !== undefined) await intake.settle(taken, outcomeOf(result, wasTold));
  }

  /** The same form sent again, or the same event told twice; Discord takes no answer to the latter. */
  async function sayTakenBefore(interaction: Pressed, route: Shows): Promise<void> {
    const told = await heard(interaction, route);
    await told?.refuse(line(t("We have this already. Look in your direct messages with me, or use /my.")));
  }

  async function openForm(interaction: Pressed, route: Opens, press: Press): Promise<void> {
    try {
      const form = await opened(route, press);
      const { accountId } = press.who;
      if (press.target !== undefined) rememberTarget({ id: interaction.id, accountId }, press.target);
      if (interaction.isModalSubmit()) throw new Error("a form cannot answer a form");
      await interaction.showModal(withActKey(form, interaction.id));
    } catch (error) {
      if (isDead(error)) return failed("form", error);
      await replyPrivately(interaction, renderError(core, error, waysOut(error)));
    }
  }

  const pressed = (interaction: Pressed): Promise<void> => {
    const stored = readPress(interaction);
    return inLanguage(languageOfPress(stored), () => act(interaction, stored));
  };

  async function act(interaction: Pressed, stored: StoredPress): Promise<void> {
    const route = routeOf(stored);
    try {
      if (route === undefined)
        await replyPrivately(
          interaction,
          line(t("This button is from an older version. Use /my or /ask instead.")),
        );
      else if (route.reply === "form")
        await openForm(interaction, route, { ...stored, core, handling: core });
      else await answer(interaction, route, stored);
    } catch (error) {
      failed("press", error);
    }
  }

  /** A press that was stored and not done: the token to answer it is gone, its effect and its answer are not. */
  async function finishPress(taken: Taken, stored: StoredPress): Promise<void> {
    const route = routeOf(stored);
    if (route === undefined || route.reply === "form") return intake.settle(taken, "done");
    const result = await resultOf(route, { ...stored, core, handling: taken.handling });
    const wasTold = await tell(result, undefined, async () => {
      if (result.how !== "replay" && result.how !== "failed")
        await say.direct(stored.who.accountId, result.content, taken.arrivalId);
    });
    await intake.settle(taken, result.how === "failed" ? "later" : outcomeOf(result, wasTold));
  }

  /** What an event does may be done again without harm, so it is over only when the person was told too. */
  async function finishEvent(taken: Taken, stored: MessageEvent): Promise<void> {
    const event = EVENTS.find(({ kind }) => kind === taken.kind);
    try {
      const content = await event
        ?.run({ core, event: stored, remove: say.remove, kindOfRule })
        .catch((error: unknown) => {
          if (error instanceof DomainError) return renderError(core, error, waysOut(error));
          throw error;
        });
      if (content !== undefined) await say.inChannel(stored.channelId, content, taken.arrivalId);
      await intake.settle(taken, "done");
    } catch (error) {
      failed(taken.kind, error);
      await intake.settle(taken, "later");
    }
  }

  async function workOn(taken: Taken): Promise<void> {
    const stored: unknown = JSON.parse(taken.payload);
    if (taken.kind === "press") {
      const press = stored as StoredPress;
      return inLanguage(languageOfPress(press), () => finishPress(taken, press));
    }
    const event = stored as MessageEvent;
    return inLanguage(await languageOfAccount(core, event.accountId), () => finishEvent(taken, event));
  }

  return {
    pressed,
    async happened(kind, event, sourceKey) {
      try {
        const payload = JSON.stringify(await keptOf(core, event));
        const take = await intake.take({ sourceKey, kind, payload });
        if (take.how !== "taken") return "known";
        await workOn(take.taken);
        return "new";
      } catch (error) {
        failed(kind, error);
        return "lost";
      }
    },
    async finishLeft() {
      for (const taken of await intake.left())
        await workOn(taken).catch((error: unknown) => failed("left", error));
    },
  };
}

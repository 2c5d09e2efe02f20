import { WebClient } from "@slack/web-api";
import { createSlackBot } from "#bots/slack/client.ts";
import { viewOf } from "#bots/slack/markup.ts";
import { BUTTONS, FORMS, SHORTCUTS } from "#bots/slack/routes.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { startSlack } from "#sandbox/slack/server.ts";
import { Secret } from "../../../src/config.ts";
import type { Action } from "../access-table.ts";
import { type Door, filledIn, type Outcome } from "./check-actions.ts";
import { makeTowns, openCore } from "./open-core.ts";
import { Records } from "./records.ts";
import { codeOfTitle } from "./refusals.ts";
import type { Town } from "./town.ts";

const [BOT_TOKEN, APP_TOKEN] = ["xoxb-table", "xapp-table"];

/** All that can be pressed on Slack, by the name that the table gives it, and what its door asks for. */
export const REGISTERED: ReadonlyMap<string, string | undefined> = new Map([
  ...BUTTONS.map(({ verb, access }) => [`button ${verb}`, access] as const),
  ...FORMS.map(({ verb, access }) => [`form ${verb}`, access] as const),
  ...SHORTCUTS.map(({ verb, access }) => [`shortcut ${verb}`, access] as const),
]);

/** A refusal has a title, what it is about and what to do next, one under the other. */
function outcomeOf(says: string): Outcome {
  if (says.includes("Something failed on our side")) return { code: "fault", says };
  const [title = "", ...more] = says.split("\n");
  return { code: more.length >= 2 ? codeOfTitle(title) : "ok", says };
}

function formOf(verb: string, subject: string, { typed }: Action, subjects: Town["subjects"]) {
  const fields = Object.entries(typeof typed === "object" ? typed : {}).map(([id, value]) => ({
    ...{ id, label: id, limit: 500, optional: true as const },
    value: filledIn(value, subjects),
  }));
  return viewOf({ verb, subject, title: "Forged", pieces: [], fields });
}

export interface SlackDoor extends Door, AsyncDisposable {
  /** What the home page shows when it is opened now. */
  home(): Promise<string>;
}

/** The real Bolt and core against the stand-in, with nothing that sends by itself. */
export async function openSlackDoor(): Promise<SlackDoor> {
  const opened = await openCore();
  const { core, file, faults } = opened;
  const slack = await startSlack({ clock: createSandboxClock({ speed: 1 }), limits: false });
  const { teamId } = slack.addWorkspace({ name: "Harbour Clinic" });
  slack.installApp({ teamId, name: "Curbside", botToken: BOT_TOKEN, appToken: APP_TOKEN });
  const { channelId } = slack.addChannel({ teamId, name: "intake", withApp: true });
  const me = slack.addPerson({ teamId, name: "Quill" });
  slack.join(channelId, me.id);
  const patients = (name: string) => ({
    discord: { space: `${name}1`, ask: `${name}2`, me: `${name}3`, finch: `${name}4` },
  });
  const { here, elsewhere } = await makeTowns(core, {
    here: { ...patients("10"), slack: { space: teamId, me: me.id } },
    elsewhere: { ...patients("20"), slack: { space: "T2", me: "U2" } },
  });
  const bot = createSlackBot(core, {
    botToken: new Secret(BOT_TOKEN),
    appToken: new Secret(APP_TOKEN),
    signingSecret: undefined,
    mode: "socket",
    port: 0,
    api: slack.apiUrl,
    speed: 1,
  });
  await bot.start();
  const app = new WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl });
  const { ts = "" } = await app.chat.postMessage({ channel: channelId, text: "A card" });
  const records = new Records(file, here.me);

  /** A button answers with a line that only this person sees, or with a form. */
  async function pressButton(action_id: string, value: string): Promise<Outcome> {
    const before = slack.ephemerals(me.id).length;
    await me.forgePress(channelId, ts, { action_id, value });
    await me.when(() => me.form !== undefined || slack.ephemerals(me.id).length > before);
    if (me.form !== undefined) return { code: "ok", says: me.form.text };
    return outcomeOf(slack.ephemerals(me.id).at(-1)?.text ?? "");
  }

  /** A form closes, shows words under a field, or shows another form. */
  async function sendForm(view: ReturnType<typeof viewOf>): Promise<Outcome> {
    me.forgeForm({ ...view });
    if ((await me.submit()) === "closed") return { code: "ok", says: "" };
    const [error] = Object.values(me.form?.errors ?? {});
    return error === undefined ? { code: "ok", says: me.form?.text ?? "" } : outcomeOf(error);
  }

  return {
    records,
    here,
    elsewhere,
    noMember: "no_standing",
    async press(action, subjects) {
      const earlier = faults.length;
      const [how, name = ""] = action.does.split(" ");
      const subject = action.about === undefined ? "new" : subjects[action.about];
      const outcome = await (how === "button"
        ? pressButton(name, subject)
        : sendForm(formOf(name, subject, action, subjects)));
      if (me.form !== undefined) await me.close({ all: true });
      if (faults.length === earlier) return outcome;
      return { code: "fault", says: `${outcome.says} ${faults.slice(earlier).join(" ")}` };
    },
    async home() {
      const before = slack.home(me.id)?.hash;
      me.openHome();
      await me.when(() => slack.home(me.id) !== undefined && slack.home(me.id)?.hash !== before);
      return me.homeText();
    },
    async [Symbol.asyncDispose]() {
      records[Symbol.dispose]();
      await bot.stop();
      await slack[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
    },
  };
}

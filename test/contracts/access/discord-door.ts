import { createDiscordBot } from "#bots/discord/client.ts";
import { customId } from "#bots/discord/markup.ts";
import { routesOf } from "#bots/discord/press.ts";
import { BUTTONS, COMMANDS, EVENTS, FORMS } from "#bots/discord/routes.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { startDiscord } from "#sandbox/discord/server.ts";
import { Secret } from "../../../src/config.ts";
import { until } from "../../bots/discord/rig.ts";
import type { Action } from "../access-table.ts";
import { type Door, filledIn, type Outcome } from "./check-actions.ts";
import { makeTowns, openCore } from "./open-core.ts";
import { Records } from "./records.ts";
import { codeOfTitle } from "./refusals.ts";
import type { Subject, Town } from "./town.ts";

const TOKEN = "discord-bot-token-of-the-table";
const LISTS = new Set([
  "delete-note",
  "mentor-cap",
  "pick-answer",
  "pick-country",
  "pick-experience",
  "pick-question",
  "remove-friend",
  "sheet-period",
  "unblock",
]);

/** All that can be pressed on Discord, by the name that the table gives it, and what its door asks for. */
export const REGISTERED: ReadonlyMap<string, string | undefined> = new Map([
  ...COMMANDS.flatMap((command) => {
    const isMenu = command.data.type === 2 || command.data.type === 3;
    return routesOf(command).map(
      ([name, { access }]) => [`${isMenu ? "menu " : "/"}${name}`, access] as const,
    );
  }),
  ...BUTTONS.map(({ verb, access }) => [`button ${verb}`, access] as const),
  ...FORMS.map(({ verb, access }) => [`form ${verb}`, access] as const),
  ...EVENTS.map(({ kind }) => [`event ${kind}`, undefined] as const),
]);

/** "**Title**\n…" is how a refusal looks; anything else is what was asked for. */
function outcomeOf(says: string): Outcome {
  if (says.includes("Something failed on our side")) return { code: "fault", says };
  const title = /^\*\*(.+)\*\*$/m.exec(says.split("\n")[0] ?? "")?.[1];
  return { code: title === undefined ? "ok" : codeOfTitle(title), says };
}

function partsOf(typed: Action["typed"], subjects: Town["subjects"]) {
  return Object.entries(typeof typed === "object" ? typed : {}).map(([id, value], index) => ({
    ...{ type: 18, id: index * 2 + 1 },
    component: { type: 4, id: index * 2 + 2, custom_id: id, value: filledIn(value, subjects) },
  }));
}

/** The real discord.js and core against the stand-in, with nothing that sends by itself. */
export async function openDiscordDoor(): Promise<Door & AsyncDisposable> {
  const opened = await openCore();
  const { core, file, faults } = opened;
  const discord = await startDiscord({ clock: createSandboxClock({ speed: 1 }), limits: false });
  const { applicationId } = discord.addApplication({ name: "Curbside", token: TOKEN });
  const place = (name: string) => {
    const { guildId } = discord.addGuild({ name });
    discord.installApplication({ guildId, applicationId });
    return { guildId, ask: discord.addChannel({ guildId, name: "ask" }).channelId };
  };
  const { guildId, ask } = place("Sunny Side");
  const lantern = place("Lantern");
  const person = (name: string, ...guildIds: string[]) => discord.addPerson({ name, guildIds });
  const [me, finch] = [person("quill", guildId), person("finch", guildId)];
  const far = [person("rook", lantern.guildId), person("lark", lantern.guildId)] as const;
  const { here, elsewhere } = await makeTowns(core, {
    here: {
      discord: { space: guildId, ask, me: me.id, finch: finch.id },
      slack: { space: "T1", me: "U1" },
    },
    elsewhere: {
      discord: { space: lantern.guildId, ask: lantern.ask, me: far[0].id, finch: far[1].id },
      slack: { space: "T2", me: "U2" },
    },
  });
  const bot = createDiscordBot(core, { token: new Secret(TOKEN), api: discord.apiUrl, speed: 1 });
  await bot.start();
  const panel = await until(() => discord.messages(ask).find(({ authorId }) => authorId !== me.id));
  const own = await me.type(ask, "Is this normal?");
  const records = new Records(file, here.me);
  const seen: { readonly ref: string; readonly text: string }[] = [];
  discord.onSeen(({ kind, text, viewers, ref }) => {
    if (kind !== "removed" && viewers.includes(me.id)) seen.push({ ref, text });
  });
  /** As it was sent: the screen shows no stars. */
  const written = (ref: string) =>
    [ask, me.dm()].flatMap((place) => discord.messages(place)).findLast(({ id }) => id === ref)?.content;

  async function send(
    person: DiscordPerson,
    { does, about, typed, under, chosen, given = {} }: Action,
    subjects: Town["subjects"],
  ) {
    const [how = "", name = ""] = does.startsWith("/") ? ["/", does.slice(1)] : does.split(/ (.*)/);
    const plain = about === undefined ? "new" : subjects[about as Subject];
    const subject = under === undefined ? plain : `${plain}/${under}`;
    if (how === "/") return person.command(name, given, { channelId: ask });
    if (how === "menu")
      return ["Check credentials", "Report this person", "Block"].includes(name)
        ? person.userMenu(name, finch.id, { channelId: ask })
        : person.messageMenu(name, own);
    if (how === "event") {
      const dm = person.dm();
      const before = seen.length;
      await person.type(dm, Object.values(typed ?? {}).join(" "));
      await until(() => seen.length > before + 1);
      return undefined;
    }
    const custom_id = customId(name, subject);
    if (how === "form") return person.forge(panel.id, { custom_id, components: partsOf(typed, subjects) });
    if (LISTS.has(name))
      return person.forge(panel.id, {
        custom_id: customId(name, "chosen"),
        component_type: 3,
        values: [subject],
      });
    if (chosen !== undefined)
      return person.forge(panel.id, { custom_id, component_type: 3, values: [chosen] });
    return person.forge(panel.id, { custom_id, component_type: 2 });
  }

  return {
    records,
    here,
    elsewhere,
    noMember: "not_joined",
    async press(action, subjects) {
      const [before, earlier] = [seen.length, faults.length];
      await send(me, action, subjects);
      const { form } = me;
      if (form !== undefined) {
        const filled = form.fields.map(({ value }) => value).join("\n");
        me.dismiss();
        return { code: "ok", says: `${form.text}\n${filled}` };
      }
      const last = seen.slice(before).at(-1);
      const says = written(last?.ref ?? "") || (last?.text ?? "");
      if (says === "" || faults.length > earlier)
        return { code: "fault", says: `${says} ${faults.slice(earlier).join(" ")}` };
      return outcomeOf(says);
    },
    async [Symbol.asyncDispose]() {
      records[Symbol.dispose]();
      await bot.stop();
      await discord[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
    },
  };
}

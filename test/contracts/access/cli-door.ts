import { rmSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "#cli/program.ts";
import { keepToken } from "#cli/session.ts";
import { SURFACE } from "#cli/surface.ts";
import { watchChannel } from "#core/communities/watched/watch-channel.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { DEFAULT_PERMISSIONS, PERMISSION } from "#sandbox/discord/permissions.ts";
import { startDiscord } from "#sandbox/discord/server.ts";
import type { Action } from "../access-table.ts";
import { type Door, filledIn, type Outcome } from "./check-actions.ts";
import { makeTowns, openCore } from "./open-core.ts";
import { Records } from "./records.ts";
import type { Town } from "./town.ts";

/** As the bot of a server whose filter follows the policies. */
const MANAGES = DEFAULT_PERMISSIONS | PERMISSION.manageGuild;
const TOKEN = "discord-bot-token-of-the-table";

/** Every command, by its words without arguments. What each asks for stands in no list. */
export const REGISTERED: ReadonlyMap<string, undefined> = new Map(
  SURFACE.map(({ words }) => [words.replace(/ [<[].*$/, ""), undefined]),
);

/** As a shell would read it. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

function argvOf({ about, typed }: Action, subjects: Town["subjects"]): string[] {
  const line = String(typed).replaceAll("{subject}", about === undefined ? "" : subjects[about]);
  return [...wordsOf(filledIn(line, subjects)), "--json"];
}

/** A refusal is named by its code, and one of permission also by what was asked for. */
function outcomeOf(exit: number, stdout: string, { asks }: Action): Outcome {
  if (exit === 0) return { code: "ok", says: stdout };
  const { code, details } = JSON.parse(stdout) as { code: string; details: { verb?: string } };
  const isOther = code === "not_allowed" && !asks.includes(details.verb ?? "");
  return { code: isOther ? `not_allowed for ${details.verb}` : code, says: stdout };
}

/** The real command line in this process, with the token of the one who acts. */
export async function openCliDoor(): Promise<Door & AsyncDisposable> {
  const opened = await openCore();
  const { core, home, file } = opened;
  const discord = await startDiscord({ clock: createSandboxClock({ speed: 1 }), limits: false });
  const { applicationId } = discord.addApplication({ name: "Curbside", token: TOKEN });
  const place = (name: string) => {
    const { guildId: space } = discord.addGuild({ name });
    discord.installApplication({ guildId: space, applicationId, permissions: MANAGES });
    const { channelId: ask } = discord.addChannel({ guildId: space, name: "ask" });
    return { discord: { space, ask, me: `${space}1`, finch: `${space}2` }, slack: { space: name, me: "U1" } };
  };
  const { here, elsewhere } = await makeTowns(core, {
    here: place("Sunny Side"),
    elsewhere: place("Lantern"),
  });
  for (const { admin, subjects } of [here, elsewhere])
    await watchChannel(core, { actor: admin, platform: "discord", externalId: subjects.watchedChannel });
  const records = new Records(file, here.me);
  const tokenFile = join(home, "me.json");
  const env = {
    CURBSIDE_HOME: home,
    CURBSIDE_DATABASE_URL: `file:${file}`,
    CURBSIDE_TOKEN_FILE: tokenFile,
    CURBSIDE_VAULT_KEYS_FILE: join(home, "keys.json"),
    CURBSIDE_DISCORD_TOKEN: TOKEN,
    CURBSIDE_DISCORD_API: discord.apiUrl,
  };
  return {
    records,
    here,
    elsewhere,
    noMember: "not_signed_in",
    async press(action, subjects) {
      rmSync(tokenFile, { force: true });
      keepToken(tokenFile, here.slug, here.token);
      let stdout = "";
      const exit = await runProgram(argvOf(action, subjects), {
        env,
        stdout: (text) => {
          stdout += text;
        },
        stderr() {},
        ask: undefined,
        colours: false,
      });
      return outcomeOf(exit, stdout, action);
    },
    async [Symbol.asyncDispose]() {
      records[Symbol.dispose]();
      await discord[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
    },
  };
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** bin -> cli -> bots -> core -> generated client; cli -> mail -> core; the sandbox stands outside. Each direction says why it is forbidden. */
interface Direction {
  readonly from: RegExp;
  readonly except?: RegExp;
  readonly to: RegExp;
  readonly why: string;
}

const DIRECTIONS: readonly Direction[] = [
  {
    from: /^src\/core\//,
    to: /^src\/(bots|cli|mail|sandbox)\/|^src\/(config|log)\.ts$/,
    why: "core speaks meaning; a door that it knows by name cannot be replaced",
  },
  {
    from: /^src\/core\//,
    to: /^(discord\.js|@discordjs\/|@slack\/|commander|chalk|@inquirer\/|ws)/,
    why: "platform and terminal libraries belong to the doors",
  },
  {
    from: /^src\/mail\//,
    to: /^src\/(bots|cli|sandbox)\/|^src\/(config|log)\.ts$|^generated\//,
    why: "mail is a way out that fills the core's port; who starts it hands over the settings",
  },
  {
    from: /^src\//,
    except: /^src\/mail\//,
    to: /^nodemailer/,
    why: "one room decides how mail is sent and how the connection is made safe",
  },
  {
    from: /^src\/bots\//,
    to: /^src\/mail\//,
    why: "a bot asks the core for a code; how it gets there is not the platform's business",
  },
  {
    from: /^src\/bots\/discord\//,
    to: /^src\/bots\/slack\//,
    why: "what the twins share belongs in the core or in bots/",
  },
  {
    from: /^src\/bots\/slack\//,
    to: /^src\/bots\/discord\//,
    why: "what the twins share belongs in the core or in bots/",
  },
  {
    from: /^src\/bots\//,
    to: /^src\/(cli|sandbox)\//,
    why: "the command line stands on the bots, and the bots never know the stand-ins",
  },
  {
    from: /^src\/sandbox\//,
    to: /^src\/(core|bots|cli)\/|^src\/(config|log)\.ts$|^generated\//,
    why: "the sandbox is the outside world; with our code it would share our mistakes",
  },
  {
    from: /^src\/cli\//,
    except: /^src\/cli\/(commands\/(demo|sandbox)\.ts|demo\/)/,
    to: /^src\/sandbox\//,
    why: "only the demo and sandbox commands start the stand-ins",
  },
  {
    from: /^src\//,
    except: /^src\/core\/foundation\/store\//,
    to: /^generated\/(?!policies\.ts)|^(@prisma\/|better-sqlite3|pg$)/,
    why: "one room decides which database is used and how it is made safe",
  },
];

const root = resolve(import.meta.dirname, "..");
const IMPORT = /^\s*(?:import|export)\s[^"']*?from\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const HOUSES: Readonly<Record<string, string>> = {
  "#core/": "src/core/",
  "#bots/": "src/bots/",
  "#cli/": "src/cli/",
  "#mail/": "src/mail/",
  "#sandbox/": "src/sandbox/",
  "#generated/": "generated/",
};

/** The file inside the project that `specifier` names, or the package's own name. */
function targetOf(file: string, specifier: string): string {
  for (const [prefix, folder] of Object.entries(HOUSES))
    if (specifier.startsWith(prefix)) return folder + specifier.slice(prefix.length);
  if (!specifier.startsWith(".")) return specifier;
  return relative(root, resolve(root, dirname(file), specifier))
    .split(sep)
    .join("/");
}

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `src/${name.split(sep).join("/")}`)
  .sort();

let wrong = 0;
for (const file of sources) {
  for (const match of readFileSync(join(root, file), "utf8").matchAll(IMPORT)) {
    const target = targetOf(file, match[1] ?? match[2] ?? "");
    for (const { from, except, to, why } of DIRECTIONS) {
      if (!from.test(file) || except?.test(file) || !to.test(target)) continue;
      wrong += 1;
      process.stdout.write(`${file} imports ${target}: ${why}\n`);
    }
  }
}
if (sources.length === 0) throw new Error("no source file found: the check looked in the wrong folder");
process.exitCode = wrong === 0 ? 0 : 1;

import { capOption } from "#cli/care.ts";
import { type CommandInput, textOption, UsageError } from "#cli/command.ts";
import { readSecondLooks } from "#cli/second-looks.ts";
import { type Care, USUAL_CARE } from "#core/communities/set-care.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { loadCrisisLines, ownCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { homeOf } from "../config.ts";

const TREATS_QUESTION =
  "Is the Slack workspace under a BAA, or does its team treat these patients? (yes or no)";

function yesOrNo(value: string, option: string): boolean {
  const answer = value.trim().toLowerCase();
  if (answer === "yes" || answer === "y") return true;
  if (answer === "no" || answer === "n") return false;
  throw new UsageError(`--${option} must be yes or no, not "${value}"`);
}

async function countryOf(input: CommandInput): Promise<string> {
  const country = (await input.need("country", "Which country are most members in? (two letters)"))
    .trim()
    .toUpperCase();
  if (!/^[A-Z]{2}$/.test(country))
    throw new UsageError(`--country must be two letters such as US or GB, not "${country}"`);
  const own = ownCrisisLines(homeOf(input.io.env));
  if (crisisLinesFor(loadCrisisLines(own), country) === undefined)
    throw new UsageError(
      `Curbside knows no crisis lines for ${country}, so it cannot be opened for that country; add them in ${own} (docs/crisis.md shows how)`,
    );
  return country;
}

/** What `init` and `community create` ask for alike, and what the refusal of the bridge says. */
export interface NewCommunity {
  readonly name: string;
  readonly country: string;
  readonly adminPseudonym: string;
  readonly promiseHours: number;
  readonly secondLooks: number;
  readonly care: Care;
  /** Off where the workspace is under a BAA or treats these patients. */
  readonly bridge: "on" | "off";
}

export const BRIDGE_OFF =
  "The bridge stays off: a workspace under a BAA, or one that treats these patients, must not be used to write to them.";

/** Takes the answers from flags, and asks for what is missing. Throws UsageError. */
export async function readNewCommunity(input: CommandInput): Promise<NewCommunity> {
  const name = await input.need("name", "What is the community called?");
  const country = await countryOf(input);
  const adminPseudonym = await input.need("admin", "Your name here, as moderators will see it");
  const treats = yesOrNo(await input.need("treatsThesePatients", TREATS_QUESTION), "treats-these-patients");
  const promiseHours = Number(textOption(input.options, "promiseHours") ?? "72");
  if (!Number.isInteger(promiseHours) || promiseHours < 1 || promiseHours > 336)
    throw new UsageError("--promise-hours must be a whole number from 1 to 336");
  const secondLooks = readSecondLooks(textOption(input.options, "secondLooks") ?? "3", "--second-looks");
  const care = {
    casesADay: capOption(input, "casesADay", "--cases-a-day") ?? USUAL_CARE.casesADay,
    urgentADay: capOption(input, "urgentADay", "--urgent-a-day") ?? USUAL_CARE.urgentADay,
  };
  return { name, country, adminPseudonym, promiseHours, secondLooks, care, bridge: treats ? "off" : "on" };
}

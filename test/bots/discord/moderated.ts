import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { sees } from "./patient.ts";
import type { Rig } from "./rig.ts";

export const HOUR_MS = 3_600_000;

/** A channel of the server where people talk. */
export function chatOf(it: Rig): string {
  return it.discord.addChannel({ guildId: it.guildId, name: "general" }).channelId;
}

/** Somebody writes in the open, and somebody else reports it by the menu on it. */
export async function reportedPost(
  it: Rig,
  {
    author,
    reporter,
    text = "Buy my cure at sun.example",
  }: { author: DiscordPerson; reporter: DiscordPerson; text?: string },
): Promise<{ channelId: string; messageId: string; caseNumber: string }> {
  const channelId = chatOf(it);
  const messageId = await author.type(channelId, text);
  await reporter.messageMenu("Report", messageId);
  await reporter.submit({
    "What is wrong?": "They sell things here.",
    "Which rule, if you know": "no-sales",
  });
  await sees(reporter, "Thank you. A moderator will look.");
  const { number } = await it.core.db.case.findFirstOrThrow({ orderBy: { number: "desc" } });
  return { channelId, messageId, caseNumber: String(number) };
}

export const decide = (it: Rig, named: string, chosen: Partial<Chosen> & Pick<Chosen, "action">) =>
  decideCase(it.core, {
    actor: it.admin,
    named,
    chosen: { rule: "3", reason: "It was an offer to sell.", ...chosen },
  });

/** The code in the notice that somebody got, as they would copy it. */
export function codeOn(person: DiscordPerson): string {
  const codes = [
    ...JSON.stringify(person.screen()).matchAll(/cannot get in here: ([2-9A-Z]{4}-[2-9A-Z]{4})/g),
  ];
  const code = codes.at(-1)?.[1];
  if (code === undefined) throw new Error("there is no code on the screen");
  return code;
}

import { msg, t } from "#core/language/t.ts";
import { lineWords, reachWords } from "./crisis-line-words.ts";
import { lookupElsewhere } from "./crisis-lines.ts";
import type { CrisisLines } from "./crisis-lines-file.ts";

export interface CrisisMessage {
  /** The member's name in this community, never a platform name. */
  readonly pseudonym: string;
  /** Those of the country that the member chose; without them they get the directory. */
  readonly lines: CrisisLines | undefined;
  readonly level: "crisis" | "emergency";
  /** Who signs: the moderator team's name. */
  readonly team: string;
}

/** Where somebody can talk to a person now, one a line; the directory stands in where no line is known. */
export function linesText(known: CrisisLines | undefined): string {
  if (known === undefined) return `• ${lookupElsewhere.name}: ${lookupElsewhere.site}`;
  return [
    ...known.lines.map((line) => `• ${lineWords(line)}`),
    `• ${t("In another country: {site}", { site: lookupElsewhere.site })}`,
  ].join("\n");
}

/** The number to call in an emergency, as it reads after "call". */
export function emergencyNumberOf(known: CrisisLines | undefined): string {
  return known === undefined ? t(lookupElsewhere.emergencyNumber) : reachWords(known.emergencyNumber);
}

/** What the team can give, and how: nobody can write to a member who has sent no card. */
export const COMPANY = msg(
  "Would you like somebody from the team to keep you company? Press “I'd like company”, and they see that you asked. To talk with them, send your card or use /ask: they can write back to you here.",
);

const TOLD = msg("Our team is being told now. They see your name here, not your words.");

/**
 * The words a member sees at once when a text shows danger: plain text with line breaks. It judges nothing, names
 * no rule, gives choices and offers a person. In an emergency the emergency number comes first.
 */
export function crisisMessage({ pseudonym, lines, level, team }: CrisisMessage): string {
  const emergencyNumber = emergencyNumberOf(lines);
  const signed = `— ${team}`;
  if (level === "emergency") {
    return [
      t(
        "Hi {pseudonym}, this sounds like it can't wait. Please call {emergencyNumber} now, or ask someone near you to call.",
        { pseudonym, emergencyNumber },
      ),
      t("If you can, stay on the phone with them. They will tell you what to do until help comes."),
      `${t("If you need someone to talk to as well:")}\n${linesText(lines)}`,
      `${t(TOLD)} ${t(COMPANY)}`,
      signed,
    ].join("\n\n");
  }
  return [
    t("Hi {pseudonym}, it sounds like things are very hard right now. Thank you for saying so here.", {
      pseudonym,
    }),
    `${t("You can talk to someone now:")}\n${linesText(lines)}`,
    t("If you or someone else is in danger right now, call {emergencyNumber}.", { emergencyNumber }),
    `${t(TOLD)} ${t(COMPANY)}`,
    signed,
  ].join("\n\n");
}

/** The same for somebody whom nobody here knows: nobody can be told, so nobody is promised. */
export function strangerMessage({ lines, level }: Pick<CrisisMessage, "lines" | "level">): string {
  const emergencyNumber = emergencyNumberOf(lines);
  return level === "emergency"
    ? [
        t(
          "This sounds like it can't wait. Please call {emergencyNumber} now, or ask someone near you to call.",
          { emergencyNumber },
        ),
        t("If you can, stay on the phone with them. They will tell you what to do until help comes."),
        `${t("If you need someone to talk to as well:")}\n${linesText(lines)}`,
      ].join("\n\n")
    : [
        t("It sounds like things are very hard right now. Thank you for saying so here."),
        `${t("You can talk to someone now:")}\n${linesText(lines)}`,
        t("If you or someone else is in danger right now, call {emergencyNumber}.", { emergencyNumber }),
      ].join("\n\n");
}

import { type CrisisLine, crisisLinesFor, lookupElsewhere } from "./crisis-lines.ts";

export interface CrisisMessage {
  /** The member's name in this community, never a platform name. */
  readonly pseudonym: string;
  /** The country the member chose, ISO 3166-1 alpha-2; unknown ones get the directory. */
  readonly country: string;
  readonly level: "crisis" | "emergency";
  /** Who signs: the moderator team's name. */
  readonly team: string;
}

function lineText({ name, contact, hours }: CrisisLine): string {
  return `• ${name}: ${contact}${hours === undefined ? "" : `, ${hours}`}`;
}

/**
 * The words a member sees at once when a text shows danger: plain text with line breaks. It judges nothing, names
 * no rule, gives choices and offers a person. In an emergency the emergency number comes first.
 */
export function crisisMessage({ pseudonym, country, level, team }: CrisisMessage): string {
  const known = crisisLinesFor(country);
  const emergencyNumber = known?.emergencyNumber ?? lookupElsewhere.emergencyNumber;
  const lines = known?.lines.map(lineText) ?? [`• ${lookupElsewhere.name}: ${lookupElsewhere.site}`];
  const elsewhere = known === undefined ? [] : [`• In another country: ${lookupElsewhere.site}`];
  const company =
    "Would you like somebody from the team to keep you company? They are being told now, without your words. Send your card, or use /ask, and they can write back to you here.";
  const signed = `— ${team}`;
  if (level === "emergency") {
    return [
      `Hi ${pseudonym}, this sounds like it can't wait. Please call ${emergencyNumber} now, or ask someone near you to call.`,
      "If you can, stay on the phone with them. They will tell you what to do until help comes.",
      `If you need someone to talk to as well:\n${[...lines, ...elsewhere].join("\n")}`,
      company,
      signed,
    ].join("\n\n");
  }
  return [
    `Hi ${pseudonym}, it sounds like things are very hard right now. Thank you for saying so here.`,
    `You can talk to someone now:\n${[...lines, ...elsewhere].join("\n")}`,
    `If you or someone else is in danger right now, call ${emergencyNumber}.`,
    company,
    signed,
  ].join("\n\n");
}

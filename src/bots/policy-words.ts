import type { PolicyChangeCard } from "#core/moderation/policies/policy-card.ts";

/** More are counted, and not named. */
const MOST_NAMED = 15;

const day = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

function changedWords({ changes }: PolicyChangeCard): string {
  if (changes.length === 0) return "No rule finds anything else by it.";
  const named = changes.slice(0, MOST_NAMED).map(({ id, change }) => `${id} (${change})`);
  const more = changes.length - named.length;
  return `Rules: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function standsWords({ state, until, by, proposalId }: PolicyChangeCard): { title: string; stands: string } {
  const who = by === undefined ? "People of another community here" : by.join(" and ");
  switch (state) {
    case "emergency":
      return {
        title: "Rules of screening changed by one person",
        stands: `${who} put this in force alone, for an emergency. It is over${until === undefined ? "" : ` at ${day(until)}`} unless a second person confirms it${proposalId === undefined ? "." : `: \`curbside proposal show ${proposalId}\``}`,
      };
    case "in-force":
      return { title: "Rules of screening changed", stands: `${who} agreed to this. It is in force.` };
    case "replaced":
      return { title: "Rules of screening changed", stands: "Other rules are in force since then." };
    case "lapsed":
      return {
        title: "Emergency rules are over",
        stands: `${who} put this in force alone, and no second person confirmed it. The rules from before are back.`,
      };
  }
}

/** A change of the rules for the moderators: which rules, who, and until when. The same on every platform, without markup. */
export function policyChangeWords(card: PolicyChangeCard): { title: string; lines: string[] } {
  const { title, stands } = standsWords(card);
  return { title, lines: [stands, changedWords(card)] };
}

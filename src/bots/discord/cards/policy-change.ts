import { policyChangeWords } from "#bots/policy-words.ts";
import type { PolicyChangeCard } from "#core/moderation/policies/policy-card.ts";
import { escapeText, type Face } from "../markup.ts";

export function policyChangeFace(card: PolicyChangeCard): Face {
  const changes = card.changes.map(({ id, change }) => ({ id: escapeText(id), change }));
  const { title, lines } = policyChangeWords({ ...card, changes, by: card.by?.map(escapeText) });
  return { title, body: lines.join("\n\n"), footer: card.community, buttons: [] };
}

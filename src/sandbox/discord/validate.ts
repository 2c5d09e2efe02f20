import { REFUSED } from "./errors.ts";
import type { Json } from "./model.ts";
import { checkComponents } from "./validate-components.ts";
import { atMost, between, list, text } from "./validate-values.ts";

const COMPONENTS_V2 = 1 << 15;
const EPHEMERAL = 1 << 6;

function checkEmbeds(embeds: readonly Json[]): void {
  between("embeds", embeds.length, 0, 10);
  let total = 0;
  for (const embed of embeds) {
    total += atMost("embeds.title", embed.title, 256) + atMost("embeds.description", embed.description, 4096);
    total += atMost("embeds.footer", (embed.footer as Json | undefined)?.text, 2048);
    total += atMost("embeds.author", (embed.author as Json | undefined)?.name, 256);
    const fields = list(embed.fields);
    between("embeds.fields", fields.length, 0, 25);
    for (const field of fields) {
      between("embeds.fields.name", text(field.name).trim().length, 1, 256);
      between("embeds.fields.value", text(field.value).trim().length, 1, 1024);
      total += text(field.name).trim().length + text(field.value).trim().length;
    }
  }
  if (total > 6000) throw REFUSED.form("embeds", "Embed size exceeds maximum size of 6000");
}

function checkMentions(value: unknown): void {
  const allowed = (value ?? {}) as Json;
  for (const what of ["users", "roles"] as const) {
    between(`allowed_mentions.${what}`, list(allowed[what]).length, 0, 100);
    if (list(allowed[what]).length > 0 && list(allowed.parse).some((one) => String(one) === what))
      throw REFUSED.form(
        "allowed_mentions",
        `parse:["${what}"] and ${what}: [ids...] are mutually exclusive.`,
      );
  }
}

/**
 * Refuses what Discord refuses of a message: lengths, counts, ids, and nothing at all. `standing` are the flags of a
 * message that is edited (its V2 mark stays); `interaction` allows the private flag; `files` is how
 * many come with it.
 */
export function checkMessage(
  body: Json,
  {
    mayBeEmpty = false,
    standing = 0,
    interaction = false,
    files = 0,
  }: { mayBeEmpty?: boolean; standing?: number; interaction?: boolean; files?: number } = {},
): void {
  const flags = Number(body.flags ?? 0) | standing;
  const v2 = (flags & COMPONENTS_V2) !== 0;
  if (!interaction && (Number(body.flags ?? 0) & EPHEMERAL) !== 0)
    throw REFUSED.form("flags", "The ephemeral flag is only for interaction responses.");
  if (v2 && (text(body.content) !== "" || list(body.embeds).length > 0))
    throw REFUSED.form("flags", "Content and embeds cannot be used with MessageFlags.IS_COMPONENTS_V2.");
  if (text(body.content).length > 2000) throw REFUSED.form("content", "Must be 2000 or fewer in length.");
  checkEmbeds(list(body.embeds));
  checkComponents(list(body.components), v2);
  checkMentions(body.allowed_mentions);
  if (list(body.sticker_ids).length > 3) throw REFUSED.form("sticker_ids", "Must be 3 or fewer in length.");
  if (String(body.nonce ?? "").length > 25) throw REFUSED.form("nonce", "Must be 25 or fewer in length.");
  const parts = list(body.embeds).length + list(body.components).length + files;
  const empty = text(body.content).trim() === "" && parts === 0;
  if (empty && !mayBeEmpty) throw REFUSED.empty();
}

import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { hasOpenClaim } from "#core/credentials/claim/has-open-claim.ts";
import { withoutNeverKept } from "#core/credentials/proof/without-never-kept.ts";
import { textFor } from "#core/error-text.ts";
import { refuse } from "#core/errors.ts";
import { msg, t } from "#core/language/t.ts";
import { type Content, line } from "../markup.ts";
import type { MessageEvent } from "./event.ts";
import { helpFor } from "./help-for.ts";

/**
 * What may be stored of a message. Of somebody whose claim is open, what is never kept is cut out before anybody stores
 * anything: to them this is the place where papers are shown. What is left is still heard.
 */
export async function keptOf(core: Core, event: MessageEvent): Promise<MessageEvent> {
  if (event.unkept !== undefined) return event;
  const { text, kinds } = withoutNeverKept(event.text);
  const unkept = [...kinds, ...(event.hasFile === true ? (["file"] as const) : [])];
  if (unkept.length === 0) return event;
  const wanted = { platform: "discord", accountExternalId: event.accountId };
  return (await hasOpenClaim(core, wanted)) ? { ...event, text, unkept } : event;
}

const OWN_MESSAGE = msg(
  "Please delete it: hold or right-click your message and choose Delete. I can't do it for you; only you can.",
);
const FILE = msg("There is a file in it. Nobody here needs a picture of an ID or a licence.");

/** That nothing of it was kept, and that it must go; whoever may be in danger is heard before that. */
export async function notTakenUp(
  core: Core,
  members: readonly Actor[],
  { text, unkept = [] }: MessageEvent,
  isGone = false,
): Promise<Content> {
  const kinds = unkept.filter((kind) => kind !== "file");
  const told = [
    t("I did not take up your message, and I kept nothing of it."),
    ...(kinds.length === 0 ? [] : [textFor(refuse("never_kept", { kinds })).detail]),
    ...(unkept.includes("file") ? [t(FILE)] : []),
    isGone ? t("I deleted it here.") : t(OWN_MESSAGE),
    t("If the rest was meant for a volunteer, send it again without."),
  ].join(" ");
  const help = await helpFor(core, members, text);
  return help === undefined ? line(told) : { ...help, content: `${help.content}\n\n${told}` };
}

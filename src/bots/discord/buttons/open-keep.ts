import { readKeepRequest } from "#core/library/read-keep-request.ts";
import { openKeepRequestFace } from "../cards/keep-request.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const openKeep = {
  verb: "open-keep",
  reply: "private",
  changes: false,
  access: "library.agree",
  run: async ({ core, actor, subjectId }) =>
    show(openKeepRequestFace(await readKeepRequest(core, { actor, entryId: subjectId }))),
} satisfies DiscordButton;

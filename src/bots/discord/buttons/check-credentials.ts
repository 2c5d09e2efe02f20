import { credentialCard } from "#core/credentials/credential-card.ts";
import { credentialFace } from "../cards/credential.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const checkCredentials = {
  verb: "credential",
  reply: "private",
  changes: false,
  access: "anyone",
  run: async ({ core, subjectId }) =>
    show(credentialFace(await credentialCard(core, { credentialId: subjectId }))),
} satisfies DiscordButton;

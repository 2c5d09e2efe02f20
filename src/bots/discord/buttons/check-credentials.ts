import { credentialCard } from "#core/credentials/credential-card.ts";
import { credentialFace } from "../cards/credential.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** On an answer the subject is `credential/message`, so that what stood there when it was written is told too. */
export const checkCredentials = {
  verb: "credential",
  reply: "private",
  changes: false,
  access: "anyone",
  async run({ core, subjectId }) {
    const [credentialId = "", messageId] = subjectId.split("/");
    return show(credentialFace(await credentialCard(core, { credentialId, messageId })));
  },
} satisfies DiscordButton;

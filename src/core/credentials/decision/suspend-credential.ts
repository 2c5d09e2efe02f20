import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endByPerson } from "./end-credential.ts";

/**
 * Ends a credential's standing at once; one person is enough to stop, never to allow. The reason is kept sealed beside the
 * evidence and told to the provider, and what they held or had not sent yet waits again.
 */
export const suspendCredential = (
  core: Core,
  act: { actor: Actor; credentialId: string; reason: string },
): Promise<void> => endByPerson(core, { ...act, event: "suspend", verb: "credential.suspend" });

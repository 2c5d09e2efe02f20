import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Check } from "../checks/check.ts";
import { checkNppes } from "../checks/check-nppes.ts";
import { type Evidence, openEvidence } from "../evidence.ts";
import { liveFinding, type NppesAnswer } from "../live/nppes-api.ts";
import type { Registries } from "../registries/open-registries.ts";
import { writeCheck } from "./check-detail.ts";
import { credentialHere } from "./credential-here.ts";

export const LIVE_SOURCE = "nppes-live";

/** The NPI that is to be asked for, before anything is asked. Refuses not_found, no_names, and invalid_input without an NPI. */
export function npiToAsk(
  core: Core,
  { actor, credentialId }: { actor: Actor; credentialId: string },
): Promise<string> {
  return core.tx(async (tx) => {
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    const { npi, names } = await openEvidence(tx, core, credential);
    if (names === null) throw refuse("no_names", {});
    if (npi === null)
      throw refuse("invalid_input", {
        field: "NPI",
        rule: "is not part of this claim, so NPPES cannot be asked",
      });
    return npi;
  });
}

/** The answer as a registry that has this one row; nothing else is known of it. */
function registryOf({ found, bodySha256, fetchedAt }: NppesAnswer): Registries {
  const asOf = fetchedAt.toISOString().slice(0, 10);
  const source = { kind: "full", file: "NPPES, asked live", asOf, from: null, sha256: bodySha256 } as const;
  const counts = { rows: 1, rejected: 0, total: 1, importedAt: fetchedAt };
  const row = { registry: "nppes", name: "NPPES, asked live", until: asOf, found } as const;
  return {
    findNppes: () => ({ ...row, source: { ...source, ...counts } }),
    findNppesByLicense: () => undefined,
    findLicenses: () => undefined,
    exclusionsFor: () => undefined,
    nuccEntry: () => undefined,
    sources: () => [],
    [Symbol.dispose]() {},
  };
}

function compare(answer: NppesAnswer, { names, npi, licence }: Evidence, jurisdiction: string): Check {
  if (names === null || npi === null) throw refuse("no_names", {});
  if (liveFinding(answer) === "unknown")
    return {
      source: "nppes",
      result: "unknown",
      says: "NPPES shows no such NPI live. It shows no deactivated ones either, so that says nothing good and nothing bad.",
      fields: [],
    };
  const { first, middle, last, former } = names;
  const claimed = {
    ...{ first, last, npi, formerLast: former, state: jurisdiction, license: licence },
    ...(middle === null ? {} : { middle }),
  };
  return checkNppes(registryOf(answer), claimed, answer.fetchedAt).check;
}

/**
 * Keeps what NPPES said when it was asked live, compared with the claim. The asking itself comes before: no transaction waits
 * for somebody else's service. It never stands for the checks of the registers here, but what it says against somebody counts.
 */
export async function recordLive(
  core: Core,
  {
    actor,
    credentialId,
    npi,
    answer,
  }: { actor: Actor; credentialId: string; npi: string; answer: NppesAnswer },
): Promise<Check> {
  return core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId, jurisdiction } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    const evidence = await openEvidence(tx, core, credential);
    if (evidence.npi !== npi) throw refuse("content_changed", {});
    const check = compare(answer, evidence, jurisdiction);
    await writeCheck(tx, core, {
      credentialId,
      communityId,
      memberId,
      source: LIVE_SOURCE,
      method: "api",
      result: check.result,
      file: "NPPES, asked live",
      asOf: answer.fetchedAt.toISOString().slice(0, 10),
      sha256: answer.bodySha256,
      detail: { says: check.says, fields: check.fields, candidates: [], url: null },
      byId: actor.memberId,
      checkedAt: now,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "credential.asked-live",
      subject: credentialId,
      detail: { result: check.result },
    });
    return check;
  });
}

import { PROOFS } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { phoneTyped, proofSteps } from "#cli/proof-steps.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";

/** Begins a proof that the account is theirs, and says what to do. The code is shown once. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { args, options, paint } = input;
  const by = await input.need("by", "How? (call-back, video)");
  const kind = PROOFS.find((known) => known === by);
  if (kind === undefined) throw new UsageError(`--by must be one of ${PROOFS.join(", ")}, not "${by}"`);
  const phone = textOption(options, "phone");
  const phoneFrom = textOption(options, "phoneFrom");
  if (kind === "video" && (phone ?? phoneFrom) !== undefined)
    throw new UsageError("--phone and --phone-from go with --by call-back");
  if ((phone === undefined) !== (phoneFrom === undefined))
    throw new UsageError("--phone and --phone-from go together: a number, and the page that it is from");
  const credentialId = args[0] ?? "";
  const started = await startProof(await input.core(), {
    actor: await input.actor(),
    credentialId,
    kind,
    ...(phone === undefined || phoneFrom === undefined ? {} : { phone: phoneTyped(phone), phoneFrom }),
  });
  return { data: { credentialId, kind, ...started }, lines: proofSteps({ kind, ...started }, paint) };
}

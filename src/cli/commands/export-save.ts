import { resolve } from "node:path";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { requireFreeFolder, writeExport } from "#cli/export-folder.ts";
import { exportFiles } from "#core/privacy/export-files.ts";
import { saveExport } from "#core/privacy/save-export.ts";

/** Saves what is kept about a member as two files, for one of the two who agreed, for a day. */
export async function run(input: CommandInput): Promise<Outcome> {
  const folder = resolve(await input.need("to", "Into which folder? It is made for it"));
  const how = { replace: input.options.replace === true };
  requireFreeFolder(folder, how);
  const proposalId = input.args[0] ?? "";
  const { name, until, content } = await saveExport(await input.core(), {
    actor: await input.actor(),
    proposalId,
  });
  writeExport(folder, exportFiles(content), how);
  const { paint } = input;
  return {
    data: { proposalId, folder, files: ["export.json", "export.html"], until },
    lines: [
      `${paint.good("Saved")} what is kept about ${name} in ${folder}: export.html to read, export.json for programs.`,
      `Both of you can save it again until ${until.toISOString().slice(0, 16).replace("T", " ")} UTC; each time is in the audit record.`,
      paint.quiet(
        "Nobody else can open the folder. Send it encrypted, to the member alone, then delete it here (docs/export.md).",
      ),
    ],
  };
}

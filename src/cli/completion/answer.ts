import { complete } from "#cli/completion/complete.ts";

/**
 * What the scripts of the shells run at each Tab: prints a word a line, with a tab and what it means behind it. It opens no
 * database and reads no file; only the surface is loaded.
 */
const { candidates, files, goesOn } = complete(process.argv.slice(2));
process.stdout.write(
  [
    ...candidates.map(({ word, says }) => `${word}\t${says}\n`),
    ...(files ? [":files\n"] : []),
    ...(goesOn ? [":goes-on\n"] : []),
  ].join(""),
);

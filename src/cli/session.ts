import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { UsageError } from "#cli/command.ts";

/** A person's own tokens, one for each community, in their configuration folder (never in CURBSIDE_HOME). */
const FILE = z.strictObject({ current: z.string(), tokens: z.record(z.string(), z.string()) });
type SessionFile = z.infer<typeof FILE>;

function read(path: string): SessionFile | undefined {
  if (!existsSync(path)) return undefined;
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0)
    throw new UsageError(`The token file can be read by others: run chmod 600 ${path}`);
  try {
    return FILE.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new UsageError(`The token file ${path} is damaged: delete it and run \`curbside login\` again`);
    throw error;
  }
}

/** The token for `community` (a slug), or for the one signed in to last. */
export function readToken(path: string, community: string | undefined): string | undefined {
  const file = read(path);
  if (file === undefined) return undefined;
  return file.tokens[community ?? file.current];
}

/** Keeps the token with mode 0600; its community becomes the current one, unless another is to stay it. */
export function keepToken(
  path: string,
  community: string,
  token: string,
  { current = community }: { current?: string } = {},
): void {
  const file = read(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const kept: SessionFile = { current, tokens: { ...file?.tokens, [community]: token } };
  writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

import { UsageError } from "#cli/command.ts";

/** All of standard input. A terminal there means that nothing was piped in: that is a usage error. */
export async function readStdin(): Promise<string> {
  if (process.stdin.isTTY)
    throw new UsageError('Give a text on standard input, such as: echo "a text" | curbside screen');
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
  return text;
}

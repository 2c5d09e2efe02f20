import { UsageError } from "#cli/command.ts";

/** An experience is named by its number. */
export function experienceNumber(typed: string | undefined): number {
  const number = Number(typed);
  if (typed === undefined || !Number.isInteger(number) || number < 1)
    throw new UsageError(`An experience is named by its number, not "${typed ?? ""}"`);
  return number;
}

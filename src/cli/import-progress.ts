import { secondsLeft } from "#cli/progress.ts";
import type { ImportProgress } from "#core/credentials/registries/import-file.ts";

const DOING = {
  reading: "Reading",
  ordering: "Putting in order",
  checking: "Checking the new file",
} as const;

/** "Reading: 1,204,000 rows, 41 %, 190,000 rows/s, 9 s left". */
export function progressLine({ doing, rows, bytes, size }: ImportProgress, seconds: number): string {
  const parts = [`${DOING[doing]}: ${rows.toLocaleString("en-US")} rows`];
  if (doing !== "reading" || seconds < 0.5) return parts.join("");
  const share = size === undefined || size === 0 ? undefined : Math.min(1, bytes / size);
  if (share !== undefined) parts.push(`${Math.floor(share * 100)} %`);
  parts.push(`${Math.round(rows / seconds).toLocaleString("en-US")} rows/s`);
  if (share !== undefined && share > 0.01) parts.push(secondsLeft(seconds, share));
  return parts.join(", ");
}

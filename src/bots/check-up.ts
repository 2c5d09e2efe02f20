/** One thing that was looked at: what it is, how it is, and how to mend it. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly fix?: string;
  /** True where the platform could not be asked: it may be right all the same. */
  readonly unsure?: true;
  /** True where it works, and somebody should look at it all the same. */
  readonly warns?: true;
}

export function good(what: string, says: string): Finding {
  return { what, ok: true, says };
}

export function bad(what: string, says: string, fix: string): Finding {
  return { what, ok: false, says, fix };
}

export function warning(what: string, says: string, fix: string): Finding {
  return { what, ok: true, says, fix, warns: true };
}

/** What is surely wrong, and not only out of reach at the moment. */
export function isSurelyWrong(finding: Finding): boolean {
  return !finding.ok && finding.unsure !== true;
}

/** A place of one community that a platform's check-up looks at; ids are the platform's own. */
export interface PlaceToCheck {
  readonly community: string;
  readonly purpose: string;
  readonly channelId: string;
}

/** Real milliseconds. More than this, and signatures are refused and promises come due at the wrong time. */
const MOST_SKEW_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;

/** Compares this machine's clock with the platform's, as its answers carry it. */
export async function clockFinding(platform: string, url: string, now: () => Date): Promise<Finding> {
  const what = `Clock, against ${platform}`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const theirs = Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return bad(what, "the answer carried no time", "Try again in a minute.");
    const skewMs = now().getTime() - theirs;
    return Math.abs(skewMs) <= MOST_SKEW_MS
      ? good(what, "this machine and the platform agree")
      : bad(
          what,
          `this machine is ${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? "ahead" : "behind"}`,
          "Turn on time synchronisation (for example: timedatectl set-ntp true).",
        );
  } catch {
    return {
      ...bad(what, `${platform} could not be reached`, "Check the network, a proxy and the firewall."),
      unsure: true,
    };
  }
}

import type { DiscordServer } from "#sandbox/discord/surface.ts";
import type { SlackServer } from "#sandbox/slack/surface.ts";
import type { Conversation } from "./marks.ts";

export interface Verdict {
  readonly lost: string[];
  readonly twice: string[];
  readonly misordered: string[];
  /** Copies that were posted a second time and had been removed again by the end. */
  readonly doublesRemoved: number;
}

interface Posted {
  readonly at: string;
  readonly text: string;
  readonly standing: boolean;
}

/** What the bot posted in the patient's direct channel. */
function inDirect(discord: DiscordServer, channelId: string, patientId: string): Posted[] {
  return discord
    .messages(channelId)
    .filter(({ authorId, ephemeralFor }) => authorId !== patientId && ephemeralFor === undefined)
    .map(({ id, deleted, embeds, content }) => ({
      at: id.padStart(20, "0"),
      text: JSON.stringify([content, embeds]),
      standing: !deleted,
    }));
}

/** What stands in the team's channel: the cards, or what hangs under one of them. */
function inIntake(slack: SlackServer, channelId: string, under: string | undefined): Posted[] {
  return slack
    .messages(channelId)
    .filter(({ thread_ts }) => thread_ts === under)
    .map(({ ts, deleted, blocks, text }) => ({
      at: ts.padStart(20, "0"),
      text: JSON.stringify([text, blocks]),
      standing: deleted !== true,
    }));
}

/** Looks for each text exactly once, in this order. */
function judge(posted: readonly Posted[], words: readonly string[], verdict: Verdict): number {
  let removed = 0;
  let before = "";
  for (const word of words) {
    const all = posted.filter(({ text }) => text.includes(word));
    const [first, second] = all.filter(({ standing }) => standing);
    removed += all.filter(({ standing }) => !standing).length;
    if (first === undefined) verdict.lost.push(word);
    else if (second !== undefined) verdict.twice.push(word);
    else if (first.at < before) verdict.misordered.push(word);
    before = first?.at ?? before;
  }
  return removed;
}

/** What stands on both platforms after all is quiet, against what people were told was sent. */
export function verdictOf({
  discord,
  slack,
  intakeId,
  talks,
}: {
  discord: DiscordServer;
  slack: SlackServer;
  intakeId: string;
  talks: readonly { readonly talk: Conversation; readonly patientId: string; readonly directId: string }[];
}): Verdict {
  const verdict: Verdict = { lost: [], twice: [], misordered: [], doublesRemoved: 0 };
  let doublesRemoved = 0;
  for (const { talk, patientId, directId } of talks) {
    const { question, answer, replies, notes } = talk;
    doublesRemoved += judge(inIntake(slack, intakeId, undefined), [question], verdict);
    const root = slack
      .messages(intakeId)
      .find(
        (one) => one.thread_ts === undefined && !one.deleted && JSON.stringify(one.blocks).includes(question),
      );
    const thread = root === undefined ? [] : inIntake(slack, intakeId, root.ts);
    doublesRemoved += judge(thread, replies, verdict);
    doublesRemoved += judge(thread, [answer, ...notes], verdict);
    doublesRemoved += judge(inDirect(discord, directId, patientId), [answer, ...notes], verdict);
  }
  return { ...verdict, doublesRemoved };
}

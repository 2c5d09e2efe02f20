import { type APIMessage, type APIUser, type REST, Routes } from "discord.js";
import { contentOf, type Face } from "../markup.ts";
import { troubleOf } from "../messenger-failures.ts";

const HELP: Face["buttons"] = [{ verb: "help-now", subject: "all", label: "Get help now", look: "danger" }];
const IN_DANGER =
  "If you might be in danger now, call your local emergency number (911 / 999 / 112), or type /help-now.";

/** What stands pinned in a channel while it is read, and what it becomes when that is over. */
export const NOTICES = {
  reading: {
    title: "A program reads what is written here",
    body: [
      "Curbside is a program. It looks at every message in this channel and in its open threads, whoever wrote it, and at no private thread. It looks for people in danger, personal details, people who pose as clinicians, attacks, sales, and details that could help somebody to hurt themselves.",
      "**What is kept:** only what it finds, so that people of the team can look at it. Everything else is forgotten at once.",
      "**What happens then:** Whoever may be in danger gets help in private if they have joined, and the team is told. Members who wrote something personal, such as a phone number, are told so in private. Nothing is deleted by the program: people decide.",
      `**It misses things, and nobody watches around the clock.** ${IN_DANGER}`,
      "If it was switched off for a while, it looks later at what was written meanwhile, for up to a day.",
    ].join("\n\n"),
    buttons: HELP,
  },
  over: {
    title: "Curbside does not read here any more",
    body: [
      "The program no longer looks at the messages in this channel. If that begins again, this notice will say so.",
      `You can still use its commands here, and report a message: hold it or right-click it, then Apps, then Report. ${IN_DANGER}`,
    ].join("\n\n"),
    buttons: HELP,
  },
} as const satisfies Record<string, Face>;

export type NoticeSays = keyof typeof NOTICES;

const TITLES: ReadonlySet<string | undefined> = new Set(Object.values(NOTICES).map(({ title }) => title));

export function isNotice({ author, embeds }: APIMessage, selfId: string): boolean {
  return author.id === selfId && TITLES.has(embeds[0]?.title);
}

/** Whether it says just that; Discord gives an embed back as it was sent. */
export function says({ embeds: [embed] }: APIMessage, what: NoticeSays): boolean {
  return embed?.title === NOTICES[what].title && embed.description === NOTICES[what].body;
}

const bodyOf = (what: NoticeSays) => ({ ...contentOf(NOTICES[what]), allowed_mentions: { parse: [] } });

async function change(rest: REST, at: NoticePlace, messageId: string, what: NoticeSays): Promise<void> {
  await rest.patch(Routes.channelMessage(at.channelId, messageId), { body: bodyOf(what) });
}

export interface NoticePlace {
  readonly channelId: string;
  readonly noticeId: string | undefined;
}

/** How far back one of ours is looked for that was posted and not pinned. */
const LATEST = 50;

/** The notice as it stands: the one that is known, else one of ours that was not written down. */
async function standingNotice(
  rest: REST,
  { channelId, noticeId }: NoticePlace,
): Promise<{ message: APIMessage; isPinned: boolean } | undefined> {
  const pinned = (await rest.get(Routes.channelPins(channelId))) as APIMessage[];
  const { id: selfId } = (await rest.get(Routes.user())) as APIUser;
  const ours = (messages: readonly APIMessage[]) =>
    messages.find(({ id }) => id === noticeId) ?? messages.find((message) => isNotice(message, selfId));
  const standing = ours(pinned);
  if (standing !== undefined) return { message: standing, isPinned: true };
  const query = new URLSearchParams({ limit: String(LATEST) });
  const loose = ours((await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]);
  if (loose !== undefined) return { message: loose, isPinned: false };
  if (noticeId === undefined) return undefined;
  try {
    const known = (await rest.get(Routes.channelMessage(channelId, noticeId))) as APIMessage;
    return { message: known, isPinned: false };
  } catch (error) {
    if (troubleOf(error).why === "gone") return undefined;
    throw error;
  }
}

/** What cannot be pinned must not stand there and say what is not so. */
async function pin(rest: REST, { channelId }: NoticePlace, messageId: string): Promise<void> {
  try {
    await rest.put(Routes.channelPin(channelId, messageId));
  } catch (error) {
    await rest.delete(Routes.channelMessage(channelId, messageId));
    throw error;
  }
}

/**
 * Makes the notice say that the channel is read: renews the one that stands, pins it again, or posts one. Gives its id.
 * Rejects where it cannot be posted or pinned; then none stands.
 */
export async function standNotice(rest: REST, place: NoticePlace): Promise<string> {
  const standing = await standingNotice(rest, place);
  if (standing === undefined) {
    const body = bodyOf("reading");
    const posted = (await rest.post(Routes.channelMessages(place.channelId), { body })) as APIMessage;
    await pin(rest, place, posted.id);
    return posted.id;
  }
  const { message, isPinned } = standing;
  if (!says(message, "reading")) await change(rest, place, message.id, "reading");
  if (!isPinned) await pin(rest, place, message.id);
  return message.id;
}

/** Makes a notice that stands say that nothing is read; where none stands there is nothing to say. */
export async function closeNotice(rest: REST, place: NoticePlace): Promise<void> {
  const standing = await standingNotice(rest, place);
  if (standing !== undefined && !says(standing.message, "over"))
    await change(rest, place, standing.message.id, "over");
}

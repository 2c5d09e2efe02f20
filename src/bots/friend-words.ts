import { msg, t } from "#core/language/t.ts";
import type { CircleSupportCard, CircleUpdateCard } from "#core/peers/friends/cards.ts";
import { SUPPORTS } from "#core/peers/friends/supports.ts";

/** Words that are the same on every platform, without markup; names and texts are escaped by whoever shows them. */
export function updateWords({ answered }: CircleUpdateCard, author: string): { title: string; end: string } {
  return {
    title: t("A friend shared an update"),
    end:
      answered === undefined
        ? t("From {author}. No need to answer.", { author })
        : t("From {author}. You answered: {answer}.", { author, answer: t(SUPPORTS[answered]) }),
  };
}

export const TEXT_BEHIND_OPEN = msg("Press Open to read it.");

export function supportWords(
  { support }: CircleSupportCard,
  friend: string,
): { title: string; body: string } {
  return { title: t("A friend thought of you"), body: `${friend}: ${t(SUPPORTS[support])}` };
}

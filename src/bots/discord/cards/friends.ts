import { t } from "#core/language/t.ts";
import type { MyFriends } from "#core/peers/friends/my-friends.ts";
import { type Button, escapeText, type Face } from "../markup.ts";
import { pageOf } from "../pages.ts";

/** A member's friends by their names here, whom they could ask, and the way to end a friendship. */
export function friendsFace({ friends, met }: MyFriends, page = 0): Face {
  const { shown, buttons } = pageOf(friends, page, "friends-page");
  const names = shown.map(({ name }) => `**${escapeText(name)}**`).join(", ");
  const adds = met.map(
    ({ pairId, name }): Button => ({ verb: "add-friend", subject: pairId, label: t("Add {name}", { name }) }),
  );
  const update: Button = { verb: "update", subject: "new", label: t("Share an update"), look: "main" };
  return {
    title: t("Your friends here"),
    body: [
      friends.length === 0
        ? t("You have no friends here yet. With /connect you find somebody like you.")
        : names,
      ...(met.length === 0
        ? []
        : [t("You become friends when you both press Add. Until then the other is not told.")]),
    ].join("\n\n"),
    buttons: [...(friends.length === 0 ? [] : [update]), ...adds, ...buttons],
    choice: {
      verb: "remove-friend",
      hint: t("Remove a friend"),
      options: shown.map(({ memberId, name }) => ({ label: name, value: memberId })),
    },
  };
}

import { type Message, msg, t } from "#core/language/t.ts";
import { chooseTags } from "#core/peers/card/choose-tags.ts";
import { type MyCard, myCard } from "#core/peers/card/my-card.ts";
import { MOST_OF, TAG_GROUPS, TAGS, type TagGroup } from "#core/peers/card/tags.ts";
import { connectFace } from "../cards/connect.ts";
import { show } from "../markup.ts";
import { manyField, modal, selectField } from "../modal.ts";
import { type DiscordForm, type Modal, severalOf } from "../press.ts";

const LABELS: Readonly<Record<TagGroup, Message>> = {
  topic: msg("What you would like to talk about"),
  stage: msg("Where you are with it"),
  age: msg("Your age"),
  life: msg("Your life now"),
  side: msg("You are"),
};

const LEAVE_OUT = msg("You can leave this out.");

function fieldFor(group: TagGroup, chosen: readonly string[]) {
  const most = MOST_OF[group];
  const options = Object.entries(TAGS[group]).map(([value, label]) => ({ value, label: t(label) }));
  const field = { id: group, label: t(LABELS[group]), options };
  if (group === "topic") return manyField({ ...field, most, chosen, hint: t("Up to {most}.", { most }) });
  if (most > 1)
    return manyField({
      ...field,
      most,
      chosen,
      hint: t("Up to {most}. {what}", { most, what: t(LEAVE_OUT) }),
      optional: true,
    });
  return selectField({ ...field, chosen: chosen[0], hint: t(LEAVE_OUT), optional: true });
}

/** Nothing is chosen beforehand but what they chose before. */
export function connectTagsModal({ tags }: Pick<MyCard, "tags">): Modal {
  const chosenOf = (group: TagGroup) =>
    tags.filter((tag) => tag.startsWith(`${group}.`)).map((tag) => tag.slice(group.length + 1));
  return modal(
    "connect-tags",
    "own",
    t("What I share"),
    TAG_GROUPS.map((group) => fieldFor(group, chosenOf(group))),
  );
}

export const connectTagsForm = {
  verb: "connect-tags",
  reply: "update",
  changes: true,
  access: "peers.connect",
  async run({ core, handling, actor, fields }) {
    const tags = TAG_GROUPS.flatMap((group) => severalOf(fields[group]).map((slug) => `${group}.${slug}`));
    await chooseTags(handling, { actor, platform: "discord", tags });
    return show(connectFace(await myCard(core, { actor })));
  },
} satisfies DiscordForm;

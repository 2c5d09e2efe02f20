import { chooseTags } from "#core/peers/card/choose-tags.ts";
import { type MyCard, myCard } from "#core/peers/card/my-card.ts";
import { MOST_OF, TAG_GROUPS, TAGS, type TagGroup } from "#core/peers/card/tags.ts";
import { connectFace } from "../cards/connect.ts";
import { show } from "../markup.ts";
import { manyField, modal, selectField } from "../modal.ts";
import { type DiscordForm, type Modal, severalOf } from "../press.ts";

const LABELS: Readonly<Record<TagGroup, string>> = {
  topic: "What you would like to talk about",
  stage: "Where you are with it",
  age: "Your age",
  life: "Your life now",
  side: "You are",
};

const LEAVE_OUT = "You can leave this out.";

function fieldFor(group: TagGroup, chosen: readonly string[]) {
  const most = MOST_OF[group];
  const options = Object.entries(TAGS[group]).map(([value, label]) => ({ value, label }));
  const field = { id: group, label: LABELS[group], options };
  if (group === "topic") return manyField({ ...field, most, chosen, hint: `Up to ${most}.` });
  if (most > 1)
    return manyField({ ...field, most, chosen, hint: `Up to ${most}. ${LEAVE_OUT}`, optional: true });
  return selectField({ ...field, chosen: chosen[0], hint: LEAVE_OUT, optional: true });
}

/** Nothing is chosen beforehand but what they chose before. */
export function connectTagsModal({ tags }: Pick<MyCard, "tags">): Modal {
  const chosenOf = (group: TagGroup) =>
    tags.filter((tag) => tag.startsWith(`${group}.`)).map((tag) => tag.slice(group.length + 1));
  return modal(
    "connect-tags",
    "own",
    "What I share",
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

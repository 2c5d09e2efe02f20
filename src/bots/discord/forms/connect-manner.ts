import { WANTS_WORDS } from "#bots/wants-words.ts";
import { type Message, t } from "#core/language/t.ts";
import { chooseManner } from "#core/peers/card/choose-manner.ts";
import { type MyCard, myCard } from "#core/peers/card/my-card.ts";
import { PACES, TIMES, ZONES } from "#core/peers/card/times.ts";
import { WANTS } from "#core/peers/card/wants.ts";
import { connectFace } from "../cards/connect.ts";
import { show } from "../markup.ts";
import { manyField, modal, selectField } from "../modal.ts";
import { type DiscordForm, type Modal, severalOf } from "../press.ts";

const optionsOf = (labels: Readonly<Record<string, Message>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: t(label) }));

export function connectMannerModal({ manner, wants }: Pick<MyCard, "manner" | "wants">): Modal {
  const times = optionsOf(TIMES);
  return modal("connect-manner", "own", t("When and how often"), [
    selectField({
      id: "pace",
      label: t("How often would you like to write?"),
      hint: t("You only meet people who chose the same."),
      options: optionsOf(PACES),
      chosen: manner?.pace,
    }),
    manyField({
      id: "times",
      label: t("When?"),
      options: times,
      chosen: manner?.times ?? [],
      most: times.length,
    }),
    selectField({
      id: "zone",
      label: t("Where in the world?"),
      hint: t("Only to find hours that suit you both."),
      options: optionsOf(ZONES),
      chosen: manner?.zone,
    }),
    selectField({
      id: "wants",
      label: t("Whom would you like to meet?"),
      hint: t("You can leave this out: then somebody like you."),
      options: WANTS.map((value) => ({ value, label: t(WANTS_WORDS[value]) })),
      chosen: manner === undefined ? undefined : wants,
      optional: true,
    }),
  ]);
}

export const connectMannerForm = {
  verb: "connect-manner",
  reply: "update",
  changes: true,
  access: "peers.connect",
  async run({ core, handling, actor, fields }) {
    const { pace = "", times = "", zone = "", wants = "" } = fields;
    const when = { pace, zone, times: severalOf(times) };
    await chooseManner(handling, { actor, platform: "discord", ...when, ...(wants === "" ? {} : { wants }) });
    return show(connectFace(await myCard(core, { actor })));
  },
} satisfies DiscordForm;

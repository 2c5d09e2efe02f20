import { t } from "#core/language/t.ts";
import { lookupElsewhere } from "./crisis-lines.ts";
import type { CrisisLines } from "./crisis-lines-file.ts";
import { COMPANY, emergencyNumberOf, linesText } from "./crisis-message.ts";

interface ToSomebody {
  /** Their name in this community; undefined where they have none. */
  readonly pseudonym: string | undefined;
  readonly lines: CrisisLines | undefined;
  /** Who signs: the moderator team's name. */
  readonly team: string;
}

const hi = (pseudonym: string | undefined) =>
  pseudonym === undefined ? "" : `${t("Hi {pseudonym}.", { pseudonym })} `;

/**
 * To a member about whom somebody is worried: it names nobody, asks for nothing, and does not say that they are unwell.
 */
export function worryMessage({ pseudonym, lines, team }: ToSomebody): string {
  return [
    `${hi(pseudonym)}${t("Somebody here thought of you, and hopes that you are all right. You did nothing wrong, and you need not answer.")}`,
    `${t("If things are hard, you can talk to someone now:")}\n${linesText(lines)}`,
    t("If you are in danger right now, call {emergencyNumber}.", {
      emergencyNumber: emergencyNumberOf(lines),
    }),
    `${t("Our team was told that somebody thought of you. They see your name here, and nothing that you wrote.")} ${t(COMPANY)}`,
    `— ${team}`,
  ].join("\n\n");
}

/**
 * To a member who is worried about somebody: how to help. The number is that of the reader's country, since where the
 * other person lives is theirs to tell. `told` is whether the team was told, which only a member can bring about.
 */
export function adviceMessage({ pseudonym, lines, team, told }: ToSomebody & { told: boolean }): string {
  return [
    `${hi(pseudonym)}${t("Thank you for looking out for somebody. You don't have to carry this alone.")}`,
    t(
      "If they are in danger right now, call {emergencyNumber} and say what you know about where they are. Do not wait for us. If they live in another country, {site} lists who to call there.",
      { emergencyNumber: emergencyNumberOf(lines), site: lookupElsewhere.site },
    ),
    [
      t("How you can help:"),
      t(
        "• Write to them alone, not where others read: “I saw what you wrote, and I'm thinking of you. Do you want to talk?”",
      ),
      t(
        "• You may ask plainly: “Are you thinking of ending your life?” Asking does not put the idea in anybody's head.",
      ),
      t("• Listen. You need not solve it."),
      t("• Give them a line to call, and offer to stay with them while they do."),
      t("• Please don't post about them, and don't promise to keep it a secret."),
    ].join("\n"),
    `${t("People they can talk to now, and you too:")}\n${linesText(lines)}`,
    told
      ? t(
          "Our team is told that somebody is worried, not who. They may not be here right now. The person is not told who was worried.",
        )
      : t(
          "Our team is not told of this, because you have not joined here. Use /start to join, then they can be.",
        ),
    `— ${team}`,
  ].join("\n\n");
}

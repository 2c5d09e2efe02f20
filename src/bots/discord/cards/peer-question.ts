import { topicWords } from "#core/credentials/topics.ts";
import { t } from "#core/language/t.ts";
import type { OwnPeerQuestion } from "#core/peers/asked/peer-question.ts";
import type { AskedOfPeers } from "#core/peers/asked/readable-questions.ts";
import type { QuestionText } from "#core/questions/cards.ts";
import { type Button, escapeText, type Face, moment } from "../markup.ts";

const textLines = ({ question, tried }: QuestionText): string[] => [
  escapeText(question),
  ...(tried === "" ? [] : [`**${t("What they have tried")}**\n${escapeText(tried)}`]),
];

/** To the patient: exactly what others would read, before they agree; or that they can, and how that ends. */
export function askPeersFace({ questionId, number, topic, text, version, isOpen }: OwnPeerQuestion): Face {
  const buttons: Button[] = isOpen
    ? [{ verb: "ask-peers-stop", subject: questionId, label: t("Let nobody read it any more") }]
    : [
        {
          verb: "ask-peers-yes",
          subject: `${questionId}/${version}`,
          label: t("Let others here read this question"),
          look: "main",
        },
      ];
  return {
    title: isOpen ? t("Other members can read question {number}", { number }) : t("Ask other members too?"),
    body: [
      `**${topicWords(topic)}**`,
      ...textLines(text),
      isOpen
        ? t(
            "They read this, and not who you are. When it is answered, edited or taken back, nobody reads it any more. You can end it now with one press.",
          )
        : t(
            "Members of this community would read exactly this, and not your name. They are no clinicians, and nobody checks what they know. They can tell what helped them; it comes as an experience that anybody here may find. You can end it at any time; somebody may have read it by then.",
          ),
    ].join("\n\n"),
    buttons,
  };
}

/** To a member who may know something: the question, and what they can do with it. */
export function peerQuestionFace({ questionId, topic, text, askedAt }: AskedOfPeers): Face {
  return {
    title: t("A question that waits"),
    body: [
      `**${topicWords(topic)}** · ${moment(askedAt)}`,
      ...textLines(text),
      t(
        "If you know something like it: tell what happened to you, and what helped. Leave what to take, and how much, to the people who treat them.",
      ),
    ].join("\n\n"),
    buttons: [
      { verb: "experience-new", subject: topic, label: t("Share what helped me"), look: "main" },
      { verb: "report-question", subject: questionId, label: t("Report") },
    ],
  };
}

/** Those that wait longest, each with its button. */
export function peerQuestionsFace(asked: readonly AskedOfPeers[]): Face {
  if (asked.length === 0)
    return {
      title: t("Questions from other members"),
      body: t("Nobody here asks other members at the moment. Thank you for looking."),
      buttons: [],
    };
  return {
    title: t("Questions from other members"),
    body: asked
      .map(
        ({ topic, text }, at) =>
          `**${at + 1}. ${topicWords(topic)}**\n${escapeText(text.question.slice(0, 300).toWellFormed())}`,
      )
      .join("\n\n"),
    buttons: asked.map(({ questionId }, at) => ({
      verb: "peer-question",
      subject: questionId,
      label: t("Open {n}", { n: at + 1 }),
    })),
  };
}

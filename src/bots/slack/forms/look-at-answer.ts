import { credentialLine } from "#bots/credential-words.ts";
import { LIMITS } from "#core/questions/message-text.ts";
import { passAnswer } from "#core/questions/second-look/pass-answer.ts";
import type { AnswerToLookAt } from "#core/questions/second-look/read-look.ts";
import { sendBackAnswer } from "#core/questions/second-look/send-back-answer.ts";
import { answerPieces } from "../cards/answer-text.ts";
import { escapeText, type Field, type Form, type Piece } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { questionPieces } from "./answer-question.ts";

const FIELDS: readonly Field[] = [
  {
    id: "outcome",
    label: "What now?",
    limit: 20,
    choices: [
      { label: "Send it", value: "send" },
      { label: "Send it back", value: "send-back" },
    ],
  },
  {
    id: "note",
    label: "What should change?",
    limit: LIMITS.note,
    long: true,
    optional: true,
    hint: "Needed for sending it back. Its author alone reads it.",
  },
];

function findingPieces({ findings, overrideReason }: AnswerToLookAt): Piece[] {
  if (findings.length === 0) return [{ small: "The advice check found nothing." }];
  return [
    { ours: "*The advice check found*" },
    ...findings.map(({ words, suggestion }) => ({
      ours: `• “${escapeText(words)}”: ${escapeText(suggestion)}`,
    })),
    ...(overrideReason === undefined
      ? []
      : [{ ours: "*Why it should be sent as it is*" }, { theirs: overrideReason }]),
  ];
}

/** Everything that the patient would read, and what only the team may know. Nothing is chosen beforehand. */
export function lookForm(look: AnswerToLookAt, now: Date): Form {
  const { messageId, edition, question, author, credential, answer } = look;
  return {
    verb: "look",
    subject: `${messageId}/${edition}`,
    title: "Look at the answer",
    submit: "Done",
    pieces: [
      ...questionPieces(question),
      { ours: `*${escapeText(author)}* · ${escapeText(credentialLine(credential, now))}` },
      ...answerPieces(answer, ""),
      ...findingPieces(look),
    ],
    fields: FIELDS,
  };
}

export const lookSent = {
  verb: "look",
  changes: true,
  access: "question.look",
  blames: "note",
  async run({ handling, actor, subjectId, fields }) {
    const [messageId = "", edition] = subjectId.split("/");
    const seen = { actor, messageId, edition: Number(edition) };
    if (fields.outcome === "send") await passAnswer(handling, seen);
    else await sendBackAnswer(handling, { ...seen, note: fields.note ?? "" });
    return undefined;
  },
} satisfies SlackForm;

import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { QuestionStatus } from "./question.ts";

/** One question's course, for whoever must find out what happened: kinds and times, never a text. */
export interface QuestionCourse {
  readonly number: number;
  readonly status: QuestionStatus;
  readonly topic: string;
  readonly paused: boolean;
  readonly sentAt: Date | null;
  readonly promisedAt: Date | null;
  readonly messages: readonly {
    readonly kind: string;
    readonly state: string;
    readonly sentAt: Date | null;
  }[];
  /** What is not delivered, and why; empty when everything arrived. */
  readonly undelivered: readonly {
    readonly kind: string;
    readonly platform: string;
    readonly state: string;
    readonly trouble: string | null;
  }[];
}

/** Refuses not_found, also for a draft: that is its writer's own. */
export async function showQuestion(
  core: Core,
  { actor, number }: { actor: Actor; number: number },
): Promise<QuestionCourse> {
  authorise(actor, "question.list");
  const { communityId } = actor;
  const question = await core.db.question.findUnique({
    where: { communityId_number: { communityId, number } },
    include: { messages: { orderBy: { createdAt: "asc" } } },
  });
  if (question === null || question.sentAt === null) throw refuse("not_found", { what: "question" });
  const deliveries = await core.db.delivery.findMany({
    where: {
      conversation: { in: ["team", "asker", "author"].map((side) => `q:${question.id}:${side}`) },
      state: { notIn: ["done", "dropped"] },
    },
    orderBy: { seq: "asc" },
  });
  const { status, topic, pausedAt, sentAt, promisedAt } = question;
  return {
    number,
    status: status as QuestionStatus,
    topic,
    paused: pausedAt !== null,
    sentAt,
    promisedAt,
    messages: question.messages
      .filter((message) => message.state !== "draft")
      .map((message) => ({ kind: message.kind, state: message.state, sentAt: message.sentAt })),
    undelivered: deliveries.map(({ kind, platform, state, trouble }) => ({ kind, platform, state, trouble })),
  };
}

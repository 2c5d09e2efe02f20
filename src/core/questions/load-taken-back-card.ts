import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { TakenBackCard, TakenBackPlace } from "./cards.ts";

const PENDING: ReadonlySet<string> = new Set(["ready", "sending", "unknown", "checking"]);
const PLACES = ["dm", "thread", "channel"] as const;

/** The receipt: for each place what is gone, what still waits, and what could not be removed. */
export async function loadTakenBackCard(
  tx: Tx,
  _core: Core,
  questionId: string,
): Promise<TakenBackCard | undefined> {
  const question = await tx.question.findUnique({
    where: { id: questionId },
    include: { community: true, asker: true, messages: { include: { looks: { select: { id: true } } } } },
  });
  if (question === null || question.status !== "taken-back") return undefined;
  const subjects = question.messages.flatMap(({ id, looks }) => [id, ...looks.map((look) => look.id)]);
  const copies = await tx.copy.findMany({
    where: { OR: [{ subjectId: { in: subjects } }, { kind: "triage", subjectId: questionId }] },
  });
  const changes = await tx.delivery.findMany({
    where: { subjectId: { in: [...subjects, questionId] }, op: { in: ["remove", "edit"] } },
    orderBy: { seq: "asc" },
  });
  const stateOf = (copy: {
    subjectId: string;
    kind: string;
    removedAtMs: bigint | null;
  }): TakenBackPlace["state"] => {
    if (copy.removedAtMs !== null) return "removed";
    // The question's card loses its text by an edit; all else is removed. What was asked last decides.
    const op = copy.kind === "triage" ? "edit" : "remove";
    const last = changes.findLast(
      (row) => row.op === op && row.subjectId === copy.subjectId && row.kind === copy.kind,
    );
    if (last === undefined) return "failed";
    if (PENDING.has(last.state)) return "waiting";
    return op === "edit" && last.state === "done" ? "removed" : "failed";
  };
  const counts = new Map<string, TakenBackPlace>();
  for (const copy of copies) {
    const place = PLACES.find((known) => known === copy.place) ?? "channel";
    const state = stateOf(copy);
    const key = `${copy.platform}/${place}/${state}`;
    const known = counts.get(key);
    counts.set(key, { platform: copy.platform, place, state, count: (known?.count ?? 0) + 1 });
  }
  return {
    kind: "taken-back",
    questionId,
    number: question.number,
    community: question.community.name,
    removed: [...counts.values()],
  };
}

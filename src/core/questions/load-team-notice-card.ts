import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { TeamNoticeCard } from "./cards.ts";

async function noticeOf(tx: Tx, subjectId: string): Promise<TeamNoticeCard["notice"] | undefined> {
  const [about, , detail = ""] = subjectId.split(":");
  switch (about) {
    case "thread-is-internal":
    case "in-inbox":
    case "asked-again":
    case "waits-again":
    case "keep-look":
    case "kept-doubted":
      return { about };
    case "patient-rated":
      return { about, helped: detail === "helped" };
    case "lease-lapsed": {
      const holder = await tx.member.findUnique({ where: { id: detail } });
      return { about, holder: holder?.pseudonym ?? "a colleague" };
    }
    case "look-wanted":
    case "look-lapsed": {
      const author = await tx.member.findUnique({ where: { id: detail } });
      return { about, author: author?.pseudonym ?? "a colleague" };
    }
    case "undelivered":
      return { about, why: detail === "refused" ? "refused" : "unreachable" };
    default:
      return undefined;
  }
}

/** Subject: `<about>:<questionId>`, with its detail behind it. */
export async function loadTeamNoticeCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<TeamNoticeCard | undefined> {
  const questionId = subjectId.split(":")[1] ?? "";
  const notice = await noticeOf(tx, subjectId);
  return notice === undefined ? undefined : { kind: "team-notice", questionId, notice };
}

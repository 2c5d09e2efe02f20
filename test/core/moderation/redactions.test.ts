import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { withoutWords } from "#core/moderation/decisions/redact-words.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { shownCrossing } from "#core/questions/message-text.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS } from "../small-town.ts";
import { ANSWER, answered, type Moderated, moderatedTown } from "./moderated.ts";

const WHY = { rule: "3", reason: "It sells." };
const MARK = "[removed by the moderators]";
/** Words of the answer, none of which stands inside of another or twice. */
const WORDS = ["Rest your eyes", "drink", "some water", "My shop", "sells", "drops"] as const;

type Answered = Awaited<ReturnType<typeof answered>>;

/** What both sides read of the part that has the words; undefined where it is hidden. */
async function shown({ core }: Moderated, { messageId }: Answered): Promise<string | undefined> {
  return core.tx(async (tx) => {
    const message = await tx.message.findUniqueOrThrow({
      where: { id: messageId },
      include: { question: true },
    });
    const { crossingSealed } = message;
    if (crossingSealed === null) throw new Error("the answer has no text");
    const crossing = await shownCrossing(tx, core, { ...message, crossingSealed });
    return "answer" in crossing ? crossing.answer.can : undefined;
  });
}

/** Somebody reports the answer anew, and Mo decides. */
async function decided(
  { core, clock, mo }: Moderated,
  { heron, questionId, messageId }: Answered,
  chosen: { action: "hide" } | { action: "redact"; words: string[] },
) {
  clock.advance(HOUR_MS / 2);
  const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "See" });
  const made = decideCase(core, { actor: mo, named: caseId, chosen: { ...chosen, ...WHY } });
  const code = await codeOf(made);
  if (code === "ok") return made;
  await decideCase(core, {
    actor: mo,
    named: caseId,
    chosen: { action: "dismiss", reason: "Gone already." },
  });
  return code;
}

type Step =
  | { readonly does: "redact"; readonly words: string[] }
  | { readonly does: "hide" }
  | { readonly does: "undo" | "overturn"; readonly which: number };

const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("redact" as const), words }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("hide" as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("undo" as const, "overturn" as const), which }) },
);

interface Standing {
  readonly caseId: string;
  readonly decisionId: string;
  readonly number: number;
  readonly words: readonly string[];
  readonly hides: boolean;
}

/** Does one step, and gives what stands after it. */
async function take(town: Moderated, about: Answered, now: Standing[], one: Step): Promise<Standing[]> {
  const { core, kit } = town;
  if (one.does === "redact" || one.does === "hide") {
    const chosen =
      one.does === "hide" ? ({ action: "hide" } as const) : ({ action: "redact", words: one.words } as const);
    const made = await decided(town, about, chosen);
    const isNew = one.does === "hide" || one.words.some((w) => !now.some((is) => is.words.includes(w)));
    if (typeof made === "string") {
      expect([made, isNew]).toEqual(["words_not_there", false]);
      return now;
    }
    expect(isNew).toBe(true);
    const gone = one.does === "hide" ? [] : one.words;
    return [...now, { ...made, words: gone, hides: one.does === "hide" }];
  }
  const meant = now[one.which % Math.max(1, now.length)];
  if (meant === undefined) return now;
  const { caseId, decisionId } = meant;
  if (one.does === "undo") await undoDecision(core, { actor: kit, named: caseId });
  else {
    await fileAppeal(core, { actor: about.ana, decisionId, text: "It was no sale." });
    await decideAppeal(core, {
      actor: kit,
      named: String(meant.number),
      outcome: "overturned",
      reason: "So.",
    });
  }
  return now.filter((is) => is !== meant);
}

describeOnBoth("several decisions about the words of one text", ({ openNew }) => {
  test("leave away exactly the words of those that stand, in whatever order they were made and undone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
        const town = await moderatedTown(await openNew());
        const about = await answered(town);
        let now: Standing[] = [];
        for (const one of steps) {
          now = await take(town, about, now, one);
          const text = await shown(town, about);
          const gone = new Set(now.flatMap((is) => is.words));
          if (now.some(({ hides }) => hides)) expect(text).toBeUndefined();
          else if (gone.size === 0) expect(text).toBe(ANSWER.can);
          else
            for (const word of WORDS) expect([word, text?.includes(word)]).toEqual([word, !gone.has(word)]);
        }
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  test("what its writer wrote since stays as it is when one is undone, and what is removed from that goes", async () => {
    const town = await moderatedTown(await openNew());
    const about = await answered(town);
    const { core, kit } = town;
    const first = await decided(town, about, { action: "redact", words: ["sells drops"] });
    const text = { ...ANSWER, can: "Rest your eyes. A shop near you has drops." };
    const edit = { messageId: about.messageId, text, overrideReason: "It names no product." };
    await editAnswer(core, { actor: about.ana, ...edit });
    const second = await decided(town, about, { action: "redact", words: ["has drops"] });
    if (typeof first === "string" || typeof second === "string") throw new Error("not removed");
    expect(await shown(town, about)).toBe(`Rest your eyes. A shop near you ${MARK}.`);
    await undoDecision(core, { actor: kit, named: first.caseId });
    expect(await shown(town, about)).toBe(`Rest your eyes. A shop near you ${MARK}.`);
    await undoDecision(core, { actor: kit, named: second.caseId });
    expect(await shown(town, about)).toBe(text.can);
  });
});

describe("a text without words", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "C", " ", "😀", "."), maxLength: 12 });
  const some = fc.array(letters, { minLength: 1, maxLength: 4 });

  test("is the same in whatever order they are named, and once more changes nothing", () => {
    fc.assert(
      fc.property(letters, some, (text, gone) => {
        const without = withoutWords(text, gone);
        expect(withoutWords(text, gone.toReversed())).toBe(without);
        expect(withoutWords(text, [...gone, ...gone])).toBe(without);
      }),
    );
  });

  test("keeps each letter that stands in none of them, and no other", () => {
    fc.assert(
      fc.property(letters, some, (text, gone) => {
        const plain = text.toLowerCase();
        const covered = new Set<number>();
        for (const word of gone.map((one) => one.toLowerCase()).filter((one) => one.trim() !== ""))
          for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
            for (let k = at; k < at + word.length; k += 1) covered.add(k);
        // With several spaces a word stands where it has one: left out here.
        fc.pre(!/\s\s/.test(text) && !gone.some((word) => /\s\s/.test(word)));
        const kept = [...Array(text.length).keys()].filter((at) => !covered.has(at)).map((at) => text[at]);
        expect(withoutWords(text, gone).replaceAll(MARK, "")).toBe(kept.join(""));
      }),
    );
  });
});

import { expect, test } from "vitest";
import { createHearPost } from "#bots/discord/watched/hear-post.ts";
import type { Core } from "#core/core.ts";
import { loadCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";

const core = { policies: packPolicies, crisisLines: () => loadCrisisLines() } as unknown as Core;

/** What one person writes at once, and which of it was passed on. */
async function passedOn(texts: readonly string[]): Promise<string[]> {
  const passed: string[] = [];
  const hear = createHearPost(core, {
    async happened(_kind, { text }) {
      passed.push(text);
      return "new";
    },
  });
  for (const [at, text] of texts.entries())
    await hear({
      ...{ communityId: "c", spaceId: "1", channelId: "2", messageId: String(at), accountId: "7", text },
      writtenAt: new Date(0),
      editedAt: undefined,
    });
  return passed;
}

test("of much that one person writes at once, what says that it got worse is heard", async () => {
  const before = ["I want to kill myself", "I want to die", "I can't go on, I want to end my life"];
  const worse = "I just took all my pills, I can't breathe";
  expect(await passedOn([...before, "I want to kill myself", worse])).toEqual([...before, worse]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeText, pingsInMrkdwn, readMrkdwn, unescapeText } from "#sandbox/slack/mrkdwn.ts";
import { plainClient, rig, section } from "./rig.ts";

const names = { user: (id: string) => `user ${id}`, channel: (id: string) => `channel ${id}` };

describe("what a person reads and who is pinged", () => {
  test("escaped text shows as it was written and pings nobody, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
        expect(pingsInMrkdwn(escapeText(text), false)).toEqual({
          users: [],
          channel: false,
          here: false,
          groups: [],
        });
      }),
    );
  });

  test("tokens become names and real pings", async () => {
    await using r = await rig();
    const post = async (args: object) => {
      await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "x", ...args });
      return r.slack.messages(r.channelId).at(-1)?.pinged;
    };
    const nobody = { users: [], channel: false, here: false, groups: [] };
    expect(await post({ text: `<@${r.ana.id}> look` })).toEqual({ ...nobody, users: [r.ana.id] });
    expect(r.seen.at(-1)?.text).toBe("@Ana look");
    expect(await post({ text: "<!channel> <!here>" })).toEqual({ ...nobody, channel: true, here: true });
    expect(await post({ text: "<!subteam^S1>" })).toEqual({ ...nobody, groups: ["S1"] });
    expect(await post({ text: "@channel @here" })).toEqual(nobody);
    expect(await post({ text: "@channel", link_names: true })).toEqual({ ...nobody, channel: true });
    expect(await post({ text: "<!channel>", mrkdwn: false })).toEqual(nobody);
    expect(await post({ blocks: [section("<!here>")] })).toEqual({ ...nobody, here: true });
    const plain = { type: "section", text: { type: "plain_text", text: "<!here>" } };
    expect(await post({ blocks: [plain] })).toEqual(nobody);
    const rich = (element: object) => ({
      blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] }],
    });
    expect(await post(rich({ type: "broadcast", range: "channel" }))).toEqual({ ...nobody, channel: true });
    expect(await post(rich({ type: "text", text: "<!channel>" }))).toEqual(nobody);
    expect(r.seen.at(-1)?.text).toBe("<!channel>");
  });

  test("emphasis disappears, struck-out text stays marked", () => {
    expect(readMrkdwn("*bold* _it_ ~gone~ a*b*c <https://x.example|link> <#C1>", names)).toBe(
      "bold it ~~gone~~ a*b*c link #channel C1",
    );
  });
});

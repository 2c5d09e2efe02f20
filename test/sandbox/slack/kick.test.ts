import { describe, expect, test } from "vitest";
import { plainClient, type Rig, rig } from "./rig.ts";

async function refusal(r: Rig, args: Record<string, unknown>): Promise<string> {
  const kicked = plainClient(r.slack).apiCall("conversations.kick", args);
  return kicked.then(
    () => "ok",
    (error: { data?: { error?: string } }) => error.data?.error ?? "unknown",
  );
}

describe("taking somebody out of a channel", () => {
  test("takes it off their screen, also what is written later, until they join it again", async () => {
    await using r = await rig();
    const ben = r.slack.addPerson({ teamId: r.teamId, name: "ben" });
    r.slack.join(r.channelId, ben.id);
    r.ana.type(r.channelId, "before");
    expect(await refusal(r, { channel: r.channelId, user: ben.id })).toBe("ok");
    r.ana.type(r.channelId, "after");
    expect(ben.screen().flatMap(({ messages }) => messages)).toEqual([]);
    expect(r.seen.filter(({ text }) => text === "after")).toMatchObject([{ viewers: [r.ana.id] }]);
    expect(() => ben.type(r.channelId, "still here")).toThrow("not a member");
    ben.join(r.channelId);
    expect(ben.screen().flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual([
      "before",
      "after",
    ]);
  });

  test("out of a private channel leaves no way back but an invitation, and leaves the direct messages", async () => {
    await using r = await rig();
    const members = [r.ana.id];
    const { channelId } = r.slack.addChannel({
      teamId: r.teamId,
      name: "back-room",
      private: true,
      members,
      withApp: true,
    });
    const client = plainClient(r.slack);
    await client.chat.postMessage({ channel: r.ana.id, text: "hello" });
    expect(await refusal(r, { channel: channelId, user: r.ana.id })).toBe("ok");
    expect(() => r.ana.join(channelId)).toThrow("cannot see");
    await client.chat.postMessage({ channel: r.ana.id, text: "you can still read me" });
    expect(JSON.stringify(r.ana.screen())).toContain("you can still read me");
  });

  test("is refused as Slack refuses it", async () => {
    await using r = await rig();
    const ben = r.slack.addPerson({ teamId: r.teamId, name: "ben" });
    const channel = (o: { general?: boolean; private?: boolean; withApp?: boolean }) =>
      r.slack.addChannel({ teamId: r.teamId, name: JSON.stringify(o), members: [r.ana.id], ...o }).channelId;
    const user = r.ana.id;
    for (const [args, code] of [
      [{ channel: r.channelId, user: ben.id }, "not_in_channel"],
      [{ channel: channel({}), user }, "not_in_channel"],
      [{ channel: channel({ private: true }), user }, "channel_not_found"],
      [{ channel: "C0", user }, "channel_not_found"],
      [{ channel: r.channelId, user: "U0" }, "user_not_found"],
      [{ channel: r.channelId, user: r.botUserId }, "cant_kick_self"],
      [{ channel: channel({ general: true, withApp: true }), user }, "cant_kick_from_general"],
      [{ channel: r.ana.dm(), user }, "method_not_supported_for_channel_type"],
    ] as const)
      expect([args, await refusal(r, args)]).toEqual([args, code]);
    expect(JSON.stringify(r.ana.screen())).toContain(r.channelId);
  });

  test("needs the scope for that kind of channel, and no preference of the workspace against it", async () => {
    await using r = await rig({ app: { scopes: ["groups:write"] } });
    expect(await refusal(r, { channel: r.channelId, user: r.ana.id })).toBe("missing_scope");
    const { teamId } = r.slack.addWorkspace({ name: "Strict", ownersOnlyRemove: true });
    const cai = r.slack.addPerson({ teamId, name: "cai" });
    r.slack.installApp({ teamId, name: "Curbside", botToken: "xoxb-strict" });
    const { channelId } = r.slack.addChannel({ teamId, name: "intake", members: [cai.id], withApp: true });
    const kicked = plainClient(r.slack, "xoxb-strict").conversations.kick({
      channel: channelId,
      user: cai.id,
    });
    await expect(kicked).rejects.toMatchObject({ data: { error: "restricted_action" } });
  });
});

import { describe, expect, test } from "vitest";
import { BOT_TOKEN, buttons, plainClient, type Rig, rig, section } from "./rig.ts";

type Answer = { ok: boolean; error?: string } & Record<string, unknown>;

/** A call with a bare fetch, to see status, headers and body as they are. */
async function raw(r: Rig, method: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(r.slack.apiUrl + method, {
    method: "POST",
    headers: {
      authorization: `Bearer ${BOT_TOKEN}`,
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body,
  });
  return { status: response.status, headers: response.headers, json: (await response.json()) as Answer };
}

/** The error code of a call through the real client. */
async function refusal(r: Rig, method: string, args: Record<string, unknown>): Promise<string> {
  const error: unknown = await plainClient(r.slack)
    .apiCall(method, args)
    .then(() => undefined)
    .catch((caught: unknown) => caught);
  if (error instanceof Error && "data" in error) return String((error.data as Answer).error);
  throw new Error(`${method} was not refused: ${String(error)}`);
}

describe("tokens and arguments", () => {
  test("a wrong token, no token and the wrong kind of token are told apart", async () => {
    await using r = await rig();
    expect((await raw(r, "auth.test", "", { authorization: "Bearer xoxb-wrong" })).json.error).toBe(
      "invalid_auth",
    );
    expect((await raw(r, "auth.test", "", { authorization: "" })).json.error).toBe("not_authed");
    expect((await raw(r, "apps.connections.open", "")).json.error).toBe("not_allowed_token_type");
    expect((await raw(r, "auth.test", `token=${BOT_TOKEN}`, { authorization: "" })).json.ok).toBe(true);
    expect((await raw(r, "no.such", "")).json).toMatchObject({ ok: false, error: "unknown_method" });
    expect((await raw(r, "api.test", "foo=1", { authorization: "" })).json).toEqual({
      ok: true,
      args: { foo: "1" },
    });
  });

  test("JSON and forms say the same, and the answer names the scopes", async () => {
    await using r = await rig({ app: { scopes: ["chat:write", "im:write"] } });
    const body = { channel: r.channelId, text: "a", blocks: [section("one")] };
    const json = await raw(r, "chat.postMessage", JSON.stringify(body), {
      "content-type": "application/json; charset=utf-8",
    });
    const form = await raw(
      r,
      "chat.postMessage",
      new URLSearchParams({ ...body, blocks: JSON.stringify(body.blocks) }).toString(),
    );
    expect([json.json.ok, form.json.ok]).toEqual([true, true]);
    expect(json.headers.get("x-oauth-scopes")).toBe("chat:write,im:write");
    expect((await raw(r, "auth.test", "{", { "content-type": "application/json" })).json.error).toBe(
      "invalid_json",
    );
    expect(r.slack.messages(r.channelId).map((one) => one.blocks?.[0]?.text)).toEqual([
      { type: "mrkdwn", text: "one" },
      { type: "mrkdwn", text: "one" },
    ]);
  });

  test("a missing scope says what is needed and what is there", async () => {
    await using r = await rig({ app: { scopes: ["chat:write"] } });
    const refused = await raw(r, "users.info", `user=${r.ana.id}`);
    expect(refused.headers.get("x-oauth-scopes")).toBe("chat:write");
    expect(refused.headers.get("x-accepted-oauth-scopes")).toBe("users:read");
    expect(refused.json).toEqual({
      ok: false,
      error: "missing_scope",
      needed: "users:read",
      provided: "chat:write",
    });
    expect(await refusal(r, "conversations.history", { channel: r.channelId })).toBe("missing_scope");
  });

  test("everything the app sent is kept as raw text, without its token", async () => {
    await using r = await rig();
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "canary-71" });
    const item = r.slack.received.find((one) => one.path === "/api/chat.postMessage");
    expect(item).toMatchObject({ method: "POST" });
    expect(item?.body).toContain("canary-71");
    expect(JSON.stringify(r.slack.received)).not.toContain(BOT_TOKEN);
  });
});

describe("posting", () => {
  test("is refused with the platform's own words", async () => {
    await using r = await rig();
    const secret = r.slack.addChannel({
      teamId: r.teamId,
      name: "staff",
      private: true,
      members: [r.ana.id],
    });
    const open = r.slack.addChannel({ teamId: r.teamId, name: "open", members: [r.ana.id] });
    const old = r.slack.addChannel({ teamId: r.teamId, name: "old", withApp: true });
    r.slack.archive(old.channelId);
    const to = (channel: string, more: object = { text: "x" }) =>
      refusal(r, "chat.postMessage", { channel, ...more });
    expect(await to("C000")).toBe("channel_not_found");
    expect(await to(secret.channelId)).toBe("channel_not_found");
    expect(await to(open.channelId)).toBe("not_in_channel");
    expect(await to(old.channelId)).toBe("is_archived");
    expect(await to(r.channelId, {})).toBe("no_text");
    expect(await to(r.channelId, { text: "x", blocks: "[{" })).toBe("invalid_blocks_format");
    expect(await to(r.channelId, { text: "x", metadata: { event_type: "relay" } })).toBe(
      "invalid_metadata_format",
    );
    expect(await to(r.channelId, { text: "x", thread_ts: "1.000000" })).toBe("thread_not_found");
    expect(await to(r.channelId, { text: "x", markdown_text: "y" })).toBe("markdown_text_conflict");
    expect(
      await to(r.channelId, {
        text: "x",
        metadata: { event_type: "relay", event_payload: { k: "v".repeat(20_000) } },
      }),
    ).toBe("metadata_too_large");
    const long = Array.from({ length: 5 }, () => section("y".repeat(2700)));
    expect(await to(r.channelId, { text: "x", blocks: long })).toBe("msg_blocks_too_long");
    expect(r.slack.messages(r.channelId)).toEqual([]);
  });

  test("a public channel can be written to without joining only with chat:write.public", async () => {
    await using r = await rig({ app: { scopes: ["chat:write", "chat:write.public"] } });
    const { channelId } = r.slack.addChannel({ teamId: r.teamId, name: "open" });
    expect((await plainClient(r.slack).chat.postMessage({ channel: channelId, text: "x" })).ok).toBe(true);
  });

  test("broken blocks are named by a pointer", async () => {
    await using r = await rig();
    const blocks = JSON.stringify([section("fine"), buttons("b".repeat(76))]);
    const { json } = await raw(
      r,
      "chat.postMessage",
      new URLSearchParams({ channel: r.channelId, blocks }).toString(),
    );
    expect(json).toEqual({
      ok: false,
      error: "invalid_blocks",
      errors: ["must be less than 76 characters [json-pointer:/blocks/1/elements/0/text/text]"],
      response_metadata: {
        messages: ["[ERROR] must be less than 76 characters [json-pointer:/blocks/1/elements/0/text/text]"],
      },
    });
  });

  test("text above 40,000 characters is cut with a warning, not refused", async () => {
    await using r = await rig();
    const answer = await plainClient(r.slack).chat.postMessage({
      channel: r.channelId,
      text: "z".repeat(40_001),
    });
    expect(answer).toMatchObject({ ok: true, warning: "message_truncated" });
    expect(r.slack.messages(r.channelId)[0]?.text).toHaveLength(40_000);
  });

  test("a person's id means the direct conversation with them", async () => {
    await using r = await rig();
    const answer = await plainClient(r.slack).chat.postMessage({ channel: r.ana.id, text: "hello" });
    expect(answer.channel).toBe(r.ana.dm());
    expect(r.seen).toMatchObject([{ place: "dm", viewers: [r.ana.id], text: "hello" }]);
  });

  test("only own messages that exist can be changed or removed", async () => {
    await using r = await rig();
    const client = plainClient(r.slack);
    const theirs = r.ana.type(r.channelId, "mine");
    const { ts } = await client.chat.postMessage({
      channel: r.channelId,
      text: "v1",
      blocks: [section("v1")],
    });
    const at = (other: string | undefined) => ({ channel: r.channelId, ts: other ?? "", text: "v2" });
    expect(await refusal(r, "chat.update", at(theirs))).toBe("cant_update_message");
    expect(await refusal(r, "chat.delete", at(theirs))).toBe("cant_delete_message");
    expect(await refusal(r, "chat.update", at("1.000001"))).toBe("message_not_found");
    await client.chat.update(at(ts));
    expect(r.slack.messages(r.channelId)[1]).toMatchObject({ text: "v2", edited: { user: r.botUserId } });
    expect(r.seen.at(-1)).toMatchObject({ kind: "edited", text: "v1", ref: ts });
    await client.chat.update({ ...at(ts), blocks: [] });
    expect(r.seen.at(-1)).toMatchObject({ kind: "edited", text: "v2" });
    await client.chat.delete(at(ts));
    expect(r.seen.at(-1)).toMatchObject({ kind: "removed", text: "", ref: ts });
    expect(await refusal(r, "chat.delete", at(ts))).toBe("message_not_found");
  });

  test("an ephemeral message is seen by one member only and cannot be updated", async () => {
    await using r = await rig();
    const ben = r.slack.addPerson({ teamId: r.teamId, name: "ben" });
    const args = { channel: r.channelId, user: r.ana.id, text: "psst" };
    const { message_ts } = await plainClient(r.slack).chat.postEphemeral(args);
    expect(r.seen).toMatchObject([{ place: "private", viewers: [r.ana.id], text: "psst" }]);
    expect(ben.screen().flatMap((place) => place.messages)).toEqual([]);
    expect(await refusal(r, "chat.update", { channel: r.channelId, ts: message_ts, text: "x" })).toBe(
      "message_not_found",
    );
    expect(await refusal(r, "chat.postEphemeral", { ...args, user: ben.id })).toBe("user_not_in_channel");
  });
});

describe("the rest of the surface", () => {
  test("people, channels and the workspace can be looked up", async () => {
    await using r = await rig();
    const guest = r.slack.addPerson({ teamId: r.teamId, name: "gus", restricted: true });
    const stranger = r.slack.addPerson({ teamId: r.teamId, name: "sid", stranger: true });
    const client = plainClient(r.slack);
    expect((await client.users.info({ user: guest.id })).user).toMatchObject({
      is_restricted: true,
      team_id: r.teamId,
    });
    const sid = (await client.users.info({ user: stranger.id })).user;
    expect(sid).toMatchObject({ is_stranger: true });
    expect(sid?.team_id).not.toBe(r.teamId);
    expect((await client.users.list({ limit: 2 })).members).toHaveLength(2);
    expect((await client.conversations.info({ channel: r.channelId })).channel).toMatchObject({
      name: "intake",
      is_member: true,
    });
    expect((await client.conversations.members({ channel: r.channelId })).members).toEqual([
      r.ana.id,
      r.botUserId,
    ]);
    expect((await client.team.info()).team).toMatchObject({ name: "Harbour Clinic" });
    expect(await client.auth.test()).toMatchObject({ user_id: r.botUserId, team_id: r.teamId });
    expect((await client.bots.info({})).bot).toMatchObject({ user_id: r.botUserId });
    expect(await refusal(r, "users.info", { user: "U000" })).toBe("user_not_found");
  });

  test("channels can be made, joined, opened, listed and given a topic", async () => {
    await using r = await rig();
    const client = plainClient(r.slack);
    const made = await client.conversations.create({ name: "crisis", is_private: true });
    expect(made.channel).toMatchObject({ is_private: true, is_member: true });
    expect(await refusal(r, "conversations.create", { name: "crisis" })).toBe("name_taken");
    expect(await refusal(r, "conversations.create", { name: "Not Valid" })).toBe("invalid_name_specials");
    const { channelId } = r.slack.addChannel({ teamId: r.teamId, name: "open" });
    await client.conversations.join({ channel: channelId });
    expect(await client.conversations.join({ channel: channelId })).toMatchObject({
      warning: "already_in_channel",
    });
    await client.conversations.setTopic({ channel: channelId, topic: "Triage" });
    expect((await client.conversations.info({ channel: channelId })).channel?.topic?.value).toBe("Triage");
    const dm = await client.conversations.open({ users: r.ana.id });
    expect(dm.channel?.id).toBe(r.ana.dm());
    const own = await client.users.conversations({ types: "public_channel,private_channel" });
    expect(own.channels?.map((one) => one.name)).toEqual(["intake", "crisis", "open"]);
    const pages: string[] = [];
    for await (const page of client.paginate("conversations.list", { limit: 1 }) as AsyncIterable<Answer>) {
      pages.push(...((page.channels ?? []) as { name: string }[]).map((one) => one.name));
    }
    expect(pages).toEqual(["intake", "open"]);
    expect(await refusal(r, "conversations.list", { cursor: "bm9uc2Vuc2U=" })).toBe("invalid_cursor");
    expect(await refusal(r, "conversations.list", { limit: 0 })).toBe("invalid_limit");
  });

  test("a reaction is added once, a permalink names the message", async () => {
    await using r = await rig();
    const client = plainClient(r.slack);
    const ts = r.ana.type(r.channelId, "hello");
    const reaction = { channel: r.channelId, timestamp: ts, name: "eyes" };
    await client.reactions.add(reaction);
    expect(await refusal(r, "reactions.add", reaction)).toBe("already_reacted");
    const link = await client.chat.getPermalink({ channel: r.channelId, message_ts: ts });
    expect(link.permalink).toBe(
      `https://harbour-clinic.slack.com/archives/${r.channelId}/p${ts.replace(".", "")}`,
    );
  });
});

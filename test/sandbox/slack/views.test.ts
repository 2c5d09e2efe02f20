import type { BlockAction, ViewOutput, ViewResponseAction } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { buttons, input, modal, plainClient, type Rig, rig, section, socketApp, until } from "./rig.ts";

/** Presses "Open" on a fresh card and returns what the app was told. */
async function pressed(r: Rig, label = "Open"): Promise<{ body: BlockAction } & AsyncDisposable> {
  let body: BlockAction | undefined;
  const app = await socketApp(r, (bolt) => {
    bolt.action(/./, async ({ ack, body: told }) => {
      await ack();
      if (told.type === "block_actions") body = told;
    });
    bolt.view({ callback_id: "form", type: "view_closed" }, async ({ ack }) => ack());
  });
  const card = { channel: r.channelId, text: "card", blocks: [section("card"), buttons(label)] };
  await plainClient(r.slack).chat.postMessage(card);
  await r.ana.press(label);
  await until(() => body !== undefined);
  if (!body) throw new Error("no action arrived");
  return { body, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

const simple = (title: string, more: object = {}) => modal(title, [section(`body of ${title}`)], more);

describe("triggers", () => {
  test("open one form, once", async () => {
    await using r = await rig();
    await using press = await pressed(r);
    const { views } = plainClient(r.slack);
    const { trigger_id } = press.body;
    expect(trigger_id).toMatch(/^\d+\.\d+\.[0-9a-f]{32}$/);
    await expect(views.open({ trigger_id: "1.2.abc", view: simple("A") })).rejects.toThrow(
      "invalid_trigger_id",
    );
    await views.open({ trigger_id, view: simple("A") });
    await expect(views.open({ trigger_id, view: simple("B") })).rejects.toThrow("exchanged_trigger_id");
    expect(r.ana.form?.title).toBe("A");
  });

  test("are worth nothing after 3 s, at any speed", async () => {
    await using r = await rig({ speed: 10 });
    await using press = await pressed(r);
    r.clock.advance(301);
    const late = plainClient(r.slack).views.open({ trigger_id: press.body.trigger_id, view: simple("A") });
    await expect(late).rejects.toThrow("expired_trigger_id");
    expect(r.ana.form).toBeUndefined();
  });

  test("a broken view is refused before the trigger is used up", async () => {
    await using r = await rig();
    await using press = await pressed(r);
    const { views } = plainClient(r.slack);
    const { trigger_id } = press.body;
    const broken = views.open({ trigger_id, view: simple("x".repeat(25)) });
    await expect(broken).rejects.toMatchObject({
      data: {
        error: "invalid_arguments",
        response_metadata: {
          messages: ["[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"],
        },
      },
    });
    expect((await views.open({ trigger_id, view: simple("A") })).ok).toBe(true);
  });
});

describe("open views", () => {
  test("stack up to three and close one by one", async () => {
    await using r = await rig();
    await using _app = await socketApp(r, (bolt) => {
      bolt.action("open", async ({ ack, body, client }) => {
        await ack();
        if (body.type === "block_actions") {
          const args = { trigger_id: body.trigger_id, view: modal("1", [section("one"), buttons("Deeper")]) };
          await client.views.open(args);
        }
      });
      bolt.action("deeper", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions") return;
        const title = String(Number(body.view?.title.text) + 1);
        const view = modal(title, [section(title), buttons("Deeper")]);
        await client.views
          .push({ trigger_id: body.trigger_id, view })
          .catch((error: Error) => failures.push(error.message));
      });
    });
    const failures: string[] = [];
    const blocks = [section("card"), buttons("Open")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    await r.ana.press("Open");
    for (const title of ["1", "2"]) {
      await r.ana.when(() => r.ana.form?.title === title);
      await r.ana.press("Deeper");
    }
    await r.ana.when(() => r.ana.form?.title === "3");
    await r.ana.press("Deeper");
    await until(() => failures.length > 0);
    expect(failures[0]).toContain("push_limit_reached");
    await r.ana.close();
    expect(r.ana.form?.title).toBe("2");
    await r.ana.close({ all: true });
    expect(r.ana.form).toBeUndefined();
  });

  test("change hash with every update; a stale hash is refused, none means last write wins", async () => {
    await using r = await rig();
    await using press = await pressed(r);
    const { views } = plainClient(r.slack);
    const opened = await views.open({
      trigger_id: press.body.trigger_id,
      view: simple("A", { external_id: "q-1" }),
    });
    const view_id = opened.view?.id ?? "";
    const hash = opened.view?.hash ?? "";
    const second = await views.update({ view_id, hash, view: simple("B") });
    expect(second.view?.hash).not.toBe(hash);
    await expect(views.update({ view_id, hash, view: simple("C") })).rejects.toThrow("hash_conflict");
    expect(r.ana.form?.title).toBe("B");
    await views.update({ view_id, view: simple("D") });
    expect(r.ana.form?.title).toBe("D");
    await expect(views.update({ view_id: "V000", view: simple("E") })).rejects.toThrow("view_not_found");
    await r.ana.close();
    await expect(views.update({ view_id, view: simple("F") })).rejects.toThrow("view_not_found");
  });

  test("can be found by external id, which one view at a time may have", async () => {
    await using r = await rig();
    await using press = await pressed(r);
    const { views } = plainClient(r.slack);
    const view = simple("A", { external_id: "q-1" });
    await views.open({ trigger_id: press.body.trigger_id, view });
    await views.update({ external_id: "q-1", view: simple("B", { external_id: "q-1" }) });
    expect(r.ana.form?.title).toBe("B");
    const home = { type: "home" as const, external_id: "q-1", blocks: [section("x")] };
    await expect(views.publish({ user_id: r.ana.id, view: home })).rejects.toThrow("duplicate_external_id");
  });

  test("keep what was filled when an update keeps the field's ids", async () => {
    await using r = await rig();
    await using press = await pressed(r);
    const { views } = plainClient(r.slack);
    const view = modal("A", [input("often", "Often"), input("try", "Try")]);
    const opened = await views.open({ trigger_id: press.body.trigger_id, view });
    r.ana.fill({ Often: "typed" });
    const changed = modal("A", [input("often", "Often"), input("other", "Other")]);
    const { view: updated } = await views.update({ view_id: opened.view?.id ?? "", view: changed });
    expect(updated?.state).toEqual({
      values: {
        often: { value: { type: "plain_text_input", value: "typed" } },
        other: { value: { type: "plain_text_input", value: null } },
      },
    });
  });

  test("tell the app of their closing only when asked", async () => {
    await using r = await rig();
    const closed: ViewOutput[] = [];
    await using _app = await socketApp(r, (bolt) => {
      bolt.action("open", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions") return;
        await client.views.open({
          trigger_id: body.trigger_id,
          view: simple("A", { notify_on_close: told }),
        });
      });
      bolt.view({ callback_id: "form", type: "view_closed" }, async ({ ack, view }) => {
        await ack();
        closed.push(view);
      });
    });
    let told = false;
    const blocks = [section("card"), buttons("Open")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
    for (told of [false, true]) {
      await r.ana.press("Open");
      await r.ana.when(() => r.ana.form !== undefined);
      await r.ana.press("Cancel");
    }
    expect(closed).toHaveLength(1);
  });
});

describe("sending a form", () => {
  async function answering(r: Rig, answer: ViewResponseAction | undefined, blocks: object[]) {
    const sent: ViewOutput[] = [];
    const app = await socketApp(r, (bolt) => {
      bolt.action("open", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions") return;
        await client.views.open({
          trigger_id: body.trigger_id,
          view: modal("A", blocks, { private_metadata: "q7" }),
        });
      });
      bolt.view("form", async ({ ack, view }) => {
        sent.push(view);
        await (answer ? ack(answer) : ack());
      });
    });
    const card = [section("card"), buttons("Open")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks: card });
    await r.ana.press("Open");
    await r.ana.when(() => r.ana.form !== undefined);
    return { sent, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
  }

  const topic = {
    type: "input",
    block_id: "topic",
    label: { type: "plain_text", text: "Topic" },
    element: {
      type: "static_select",
      action_id: "pick",
      options: ["Sleep", "Skin"].map((text) => ({
        text: { type: "plain_text", text },
        value: text.toLowerCase(),
      })),
    },
  };

  test("carries every value with its type, and the metadata", async () => {
    await using r = await rig();
    const reasons = {
      type: "input",
      block_id: "why",
      optional: true,
      label: { type: "plain_text", text: "Why" },
      element: {
        type: "checkboxes",
        action_id: "boxes",
        options: [{ text: { type: "mrkdwn", text: "Dose" }, value: "dose" }],
      },
    };
    await using form = await answering(r, undefined, [
      topic,
      reasons,
      input("text", "Text", { initial_value: "draft" }),
    ]);
    expect(r.ana.form?.text.split("\n").slice(1, -1)).toEqual([
      "Topic: ____ (Sleep | Skin)",
      "Why: ____ (Dose)",
      "Text: draft",
    ]);
    await expect(r.ana.submit()).rejects.toThrow("Topic: Please complete this required field.");
    await expect(r.ana.submit({ Topic: "Heart" })).rejects.toThrow('"Topic" offers Sleep, Skin, not "Heart"');
    await expect(r.ana.submit({ Nope: "x" })).rejects.toThrow(
      'Ana sees no "Nope". On the screen: the form "A"',
    );
    expect(await r.ana.submit({ Topic: "Skin", Why: ["Dose"] })).toBe("closed");
    expect(form.sent[0]?.private_metadata).toBe("q7");
    expect(form.sent[0]?.state.values).toMatchObject({
      topic: { pick: { type: "static_select", selected_option: { value: "skin" } } },
      why: { boxes: { type: "checkboxes", selected_options: [{ value: "dose" }] } },
      text: { value: { type: "plain_text_input", value: "draft" } },
    });
  });

  test("errors stand under their fields and the form stays", async () => {
    await using r = await rig();
    const answer = { response_action: "errors" as const, errors: { text: "No doses, please" } };
    await using _form = await answering(r, answer, [input("text", "Text")]);
    expect(await r.ana.submit({ Text: "200 mg" })).toBe("errors");
    expect(r.ana.form?.errors).toEqual({ Text: "No doses, please" });
    expect(r.seen.at(-1)).toMatchObject({ kind: "form-error", viewers: [r.ana.id] });
    expect(r.seen.at(-1)?.text).toContain("Text: 200 mg\n! No doses, please");
  });

  test("update, push and clear do what they say", async () => {
    for (const [answer, result, title] of [
      [{ response_action: "update", view: simple("Next") }, "updated", "Next"],
      [{ response_action: "push", view: simple("Top") }, "pushed", "Top"],
      [{ response_action: "clear" }, "cleared", undefined],
    ] as [ViewResponseAction, string, string | undefined][]) {
      await using r = await rig();
      await using _form = await answering(r, answer, [input("text", "Text")]);
      expect(await r.ana.submit({ Text: "x" })).toBe(result);
      expect(r.ana.form?.title).toBe(title);
    }
  });

  test("an answer that Slack cannot use is an error on the person's screen", async () => {
    for (const answer of [
      { response_action: "errors", errors: { nowhere: "?" } },
      { response_action: "update", view: simple("x".repeat(25)) },
    ] as ViewResponseAction[]) {
      await using r = await rig();
      await using _form = await answering(r, answer, [input("text", "Text")]);
      await expect(r.ana.submit({ Text: "x" })).rejects.toThrow("We had some trouble connecting");
      expect(r.ana.form?.title).toBe("A");
    }
  });

  test("a form pushed while the first is being sent stays when the first closes", async () => {
    await using r = await rig();
    await using _app = await socketApp(r, (bolt) => {
      bolt.action("open", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions") return;
        await client.views.open({ trigger_id: body.trigger_id, view: modal("A", [input("text", "Text")]) });
      });
      bolt.view("form", async ({ ack, body, client }) => {
        if (body.type === "view_submission") {
          await client.views.push({ trigger_id: body.trigger_id, view: simple("B") });
        }
        await ack();
      });
    });
    const card = [section("card"), buttons("Open")];
    await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks: card });
    await r.ana.press("Open");
    await r.ana.when(() => r.ana.form !== undefined);
    expect(await r.ana.submit({ Text: "x" })).toBe("closed");
    expect(r.ana.form?.title).toBe("B");
    await r.ana.close();
    expect(r.ana.form).toBeUndefined();
  });

  test("Slack itself holds to the lengths", async () => {
    await using r = await rig();
    await using _form = await answering(r, undefined, [
      input("text", "Text", { min_length: 3, max_length: 5 }),
    ]);
    await expect(r.ana.submit({ Text: "ab" })).rejects.toThrow("at least 3");
    await expect(r.ana.submit({ Text: "abcdef" })).rejects.toThrow("at most 5");
    expect(await r.ana.submit({ Text: "abcd" })).toBe("closed");
  });
});

test("App Home is published, opened, pressed in, and keeps its hash", async () => {
  await using r = await rig();
  const opened: string[] = [];
  const acted: BlockAction[] = [];
  await using _app = await socketApp(r, (bolt) => {
    bolt.event("app_home_opened", async ({ event, client }) => {
      opened.push(event.tab ?? "");
      if (event.view !== undefined) return;
      const blocks = [section("Otter waits"), buttons("Claim"), section("Heron waits"), buttons("Claim")];
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
    });
    bolt.action("claim", async ({ ack, body }) => {
      await ack();
      if (body.type === "block_actions") acted.push(body);
    });
  });
  r.ana.openHome();
  await r.ana.when(() => r.ana.homeText() !== "");
  expect(r.ana.homeText()).toBe("Otter waits\n[Claim]\nHeron waits\n[Claim]");
  await r.ana.press("Claim", { in: "home", containing: "Heron" });
  const home = r.slack.home(r.ana.id);
  expect(acted[0]).toMatchObject({
    container: { type: "view" },
    view: { id: home?.viewId, hash: home?.hash },
  });
  expect(acted[0]?.actions[0]?.block_id).toBe(home?.blocks[3]?.block_id);
  const { views } = plainClient(r.slack);
  const view = { type: "home" as const, blocks: [section("empty")] };
  await expect(views.publish({ user_id: r.ana.id, hash: "1.old", view })).rejects.toThrow("hash_conflict");
  await views.publish({ user_id: r.ana.id, hash: home?.hash ?? "", view });
  expect(r.seen.at(-1)).toMatchObject({ place: "home", kind: "edited", text: "empty" });
  r.ana.openHome();
  await until(() => opened.length === 2);
});

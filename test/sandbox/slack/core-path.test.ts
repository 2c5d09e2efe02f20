import { expect, test } from "vitest";
import { buttons, input, modal, plainClient, rig, section, socketApp, until } from "./rig.ts";

test("a card is posted, pressed, answered in a form, and edited in place", async () => {
  await using r = await rig();
  const client = plainClient(r.slack);
  await using _app = await socketApp(r, (app) => {
    app.action("answer", async ({ ack, body, client: web }) => {
      await ack();
      if (body.type !== "block_actions") return;
      await web.views.open({
        trigger_id: body.trigger_id,
        view: modal("Your answer", [input("often", "What this often is")], {
          private_metadata: body.message?.ts,
        }),
      });
    });
    app.view("form", async ({ ack, view, body, client: web }) => {
      await ack();
      const text = view.state.values.often?.value?.value ?? "";
      const change = { channel: r.channelId, ts: view.private_metadata, text, blocks: [section(text)] };
      await web.chat.update(change);
      await web.views.publish({
        user_id: body.user.id,
        view: { type: "home", blocks: [section("1 answered")] },
      });
    });
  });

  const card = await client.chat.postMessage({
    channel: r.channelId,
    text: "New question",
    blocks: [section("*New question* from Quiet Otter"), buttons("Answer", "Ask back")],
  });
  expect(r.ana.screen()[0]?.messages[0]).toMatchObject({
    ref: card.ts,
    from: "Curbside",
    text: "New question from Quiet Otter\n[Answer] [Ask back]",
    labels: ["Answer", "Ask back"],
  });

  await r.ana.press("Answer");
  await r.ana.when(() => r.ana.form !== undefined);
  expect(r.ana.form?.text).toBe("Your answer\nWhat this often is: ____\n[Send] [Cancel]");
  expect(await r.ana.submit({ "What this often is": "Usually a cold" })).toBe("closed");
  await until(() => r.ana.homeText() !== "");

  expect(r.ana.form).toBeUndefined();
  expect(r.ana.homeText()).toBe("1 answered");
  expect(r.seen.map((one) => [one.place, one.kind, one.text.split("\n")[0]])).toEqual([
    ["channel", "message", "New question from Quiet Otter"],
    ["private", "form", "Your answer"],
    ["channel", "edited", "Usually a cold"],
    ["home", "message", "1 answered"],
  ]);
  expect(r.slack.messages(r.channelId)).toHaveLength(1);
  expect(r.seen.every((one) => one.viewers.includes(r.ana.id))).toBe(true);
});

test("pressing what is not there says what is", async () => {
  await using r = await rig();
  await plainClient(r.slack).chat.postMessage({
    channel: r.channelId,
    text: "Card",
    blocks: [section("A card"), buttons("Claim")],
  });
  await expect(r.ana.press("Answer")).rejects.toThrow(
    'Ana sees no "Answer". On the screen: #intake: A card [Claim]',
  );
});

import { PassThrough } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { readKey } from "#cli/read-key.ts";
import { CredentialHome, PAT, ROBIN } from "./credential-home.ts";
import { typing } from "./typing.ts";

async function newHome(): Promise<CredentialHome> {
  const home = new CredentialHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  await home.setUp();
  return home;
}

const review = ["credential", "queue", "--review"];

describe("the review", () => {
  test("takes one key for each decision, and goes on to the next", async () => {
    const home = await newHome();
    const robin = await home.claim(ROBIN, "Robin V");
    const pat = await home.claim(PAT, "Pat Q", 1);
    const first = await home.curbside(review, { ask: typing("cpvsrq", ["The number is another person's"]) });
    expect(first.exit).toBe(0);
    expect(first.stdout).toContain("Robin V: checked.");
    expect(first.stdout).toContain("1. Meet the provider live");
    expect(first.stdout).toContain("Done: 1 checked, 1 proofs begun, 1 rejected.");
    expect((await home.json(["credential", "show", pat])).status).toBe("failed");
    const code = /whom you meet: (\d{3} \d{3})/.exec(first.stdout)?.[1] ?? "";
    await home.enterCode(robin, code);

    const proposing = await home.curbside(review, { ask: typing("a") });
    expect(proposing.stdout).toContain("Robin V: proposed.");
    const alone = await home.curbside(review, { ask: typing("aq") });
    expect(alone).toMatchObject({ exit: 0 });
    expect(alone.stdout).toContain("You proposed this");
    expect(alone.stdout).toContain("Nothing was changed.");
    const second = await home.curbside(review, { who: "ben", ask: typing("a") });
    expect(second.stdout).toContain("Robin V: approved.");
    expect((await home.curbside(review, { ask: typing("") })).stdout).toBe("Nothing waits.\n");
  });

  test("asks about each row of the exclusion list, and what shows that it is somebody else", async () => {
    const home = await newHome();
    const pat = await home.ready(PAT, "Pat Q");
    const ask = typing("a", ["yes", "Thirty years older"]);
    expect((await home.curbside(review, { ask })).stdout).toContain("Pat Q: proposed.");
    expect(await home.json(["credential", "show", pat])).toMatchObject({
      note: "Thirty years older",
      cleared: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
  });

  test("asks for a note where something is open", async () => {
    const home = await newHome();
    const pat = await home.ready(PAT, "Pat Q");
    const { stdout } = await home.curbside(review, { ask: typing("a", ["no", "Met in person"]) });
    expect(stdout).toContain("Say what you saw");
    expect(await home.json(["credential", "show", pat])).toMatchObject({
      note: "Met in person",
      status: "attested",
    });
  });

  test("Ctrl-C ends it with 130, at a key and at a reason, and what was decided stays", async () => {
    const home = await newHome();
    const robin = await home.claim(ROBIN, "Robin V");
    const pat = await home.claim(PAT, "Pat Q", 1);
    expect((await home.curbside(review, { ask: typing("cr") })).exit).toBe(130);
    expect((await home.json(["credential", "show", robin])).status).toBe("claimed");
    expect(await home.json(["credential", "queue"])).toMatchObject([
      { waitsFor: "control" },
      { waitsFor: "check" },
    ]);
    expect((await home.curbside(review, { ask: typing("r", ["Not them"]) })).exit).toBe(130);
    expect((await home.json(["credential", "show", robin])).status).toBe("failed");
    expect((await home.json(["credential", "show", pat])).status).toBe("claimed");
    const signal = AbortSignal.abort();
    expect((await home.curbside(review, { ask: typing("s"), signal })).exit).toBe(130);
  });

  test("is no JSON", async () => {
    const home = await newHome();
    expect((await home.curbside([...review, "--json"], { ask: typing("q") })).exit).toBe(2);
  });
});

function terminal() {
  const input = new PassThrough();
  const modes: boolean[] = [];
  let shown = "";
  const keys = Object.assign(input, { setRawMode: (on: boolean) => modes.push(on) });
  const write = (text: string) => {
    shown += text;
  };
  return {
    io: { input: keys, write },
    type: (text: string) => void input.write(text),
    modes,
    shown: () => shown,
    input,
  };
}

const CHOICES = [
  { key: "a", does: "approve" },
  { key: "q", does: "quit" },
];

describe("one key", () => {
  test("counts without Enter, large or small; others do nothing", async () => {
    const { io, type, modes, shown } = terminal();
    const pressed = readKey(io, "What now?", CHOICES);
    type("x\r\u001b[AA");
    expect(await pressed).toBe("a");
    expect(modes).toEqual([true, false]);
    expect(shown()).toBe("What now?\n  [a] approve\n  [q] quit\n> a\n");
    const next = readKey(io, "And now?", CHOICES);
    type("q");
    expect(await next).toBe("q");
  });

  test("a sign counts as well as a letter", async () => {
    const { io, type } = terminal();
    const pressed = readKey(io, "What now?", [...CHOICES, { key: "?", does: "help" }]);
    type("!?");
    expect(await pressed).toBe("?");
  });

  test("Ctrl-C, Ctrl-D, a terminal that is closed and a signal interrupt it, and the terminal is as before", async () => {
    const ends = {
      "Ctrl-C": ({ type }) => type("\u0003"),
      "Ctrl-D": ({ type }) => type("\u0004"),
      "the end": ({ input }) => input.end(),
      "cannot be read": ({ input }) => input.emit("error", new Error("EIO")),
      "a signal": ({ stop }) => stop.abort(),
    } satisfies Record<string, (at: ReturnType<typeof terminal> & { stop: AbortController }) => unknown>;
    for (const end of Object.values(ends)) {
      const at = { ...terminal(), stop: new AbortController() };
      const { io, modes } = at;
      const pressed = readKey({ ...io, signal: at.stop.signal }, "What now?", CHOICES);
      end(at);
      await expect(pressed).rejects.toMatchObject({ name: "AbortError" });
      expect(modes).toEqual([true, false]);
    }
  });
});

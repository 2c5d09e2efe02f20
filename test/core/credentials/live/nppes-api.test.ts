import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type AskNppes, fetchNppes, liveFinding } from "#core/credentials/live/nppes-api.ts";
import { readBody } from "#core/credentials/live/nppes-body.ts";
import { DomainError } from "#core/errors.ts";
import { createManualClock } from "../../../support/test-core.ts";

const ROBIN = "1900000120";
const CLINIC = "1900000344";
const WREN = "1900000567";
const NOBODY = "1900000781";

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../../fixtures/registries/nppes-api", name), "utf8");

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const saying =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

/** A service on this machine that answers as it is told. */
async function service(answer: Answer) {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    open += 1;
    most = Math.max(most, open);
    response.on("close", () => {
      open -= 1;
    });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return { api, asked, most: () => most };
}

const asking = (more: Partial<AskNppes> = {}): AskNppes => ({
  signal: new AbortController().signal,
  timeoutMs: 5000,
  pauseMs: 0,
  ...more,
});

async function troubleOf(answer: Answer, more: Partial<AskNppes> = {}): Promise<string> {
  const { api, asked } = await service(answer);
  const error: unknown = await fetchNppes(api, ROBIN, asking(more)).catch((caught: unknown) => caught);
  expect(asked).toHaveLength(1);
  if (!(error instanceof DomainError) || error.code !== "no_answer") throw error;
  return (error as DomainError<"no_answer">).details.why;
}

describe("asking NPPES live", () => {
  test("a person comes in the shape of the registry", async () => {
    const body = recorded("individual-2019.json");
    const { api, asked } = await service(saying(body));
    const clock = createManualClock();
    const answer = await fetchNppes(api, ROBIN, asking({ clock }));
    expect(asked).toEqual([`GET /api/?version=2.1&number=${ROBIN}`]);
    expect(answer.bodySha256).toBe(createHash("sha256").update(body).digest("hex"));
    expect(answer.fetchedAt).toEqual(clock.now());
    expect(liveFinding(answer)).toBe("listed");
    expect(answer.found).toEqual({
      npi: ROBIN,
      entity: "individual",
      deactivated: false,
      deactivatedAt: null,
      replacement: null,
      organisation: null,
      last: "VALE",
      first: "ROBIN",
      middle: "MARLOWE",
      suffix: null,
      titles: ["MD"],
      other: null,
      state: "NC",
      phone: "8285550143",
      phoneSince: null,
      enumeratedAt: "2011-04-11",
      updatedAt: "2018-05-14",
      taxonomies: [
        { code: "207X00000X", license: "2017-00000", state: "NC", primary: true },
        { code: "390200000X", license: null, state: null, primary: false },
      ],
      primary: { is: "one", code: "207X00000X" },
    });
  });

  test("so does an organisation", async () => {
    const { api } = await service(saying(recorded("organisation-2019.json")));
    const { found } = await fetchNppes(api, CLINIC, asking());
    expect(found).toMatchObject({
      entity: "organisation",
      organisation: "SAMPLE ANESTHESIA LLC",
      last: null,
      state: "GA",
    });
  });

  test("the newer shape says the same: text for numbers, milliseconds, mixed case, -- for nothing", async () => {
    const { api } = await service(saying(recorded("individual-2026.json")));
    const { found } = await fetchNppes(api, WREN, asking());
    expect(found).toMatchObject({
      npi: WREN,
      last: "O'DELL-MARSH",
      first: "WREN",
      middle: null,
      suffix: null,
      titles: ["MD", "PHD"],
      other: { last: "MARSH", first: "WREN", middle: null, type: "1" },
      phone: "8285550143",
      enumeratedAt: "2011-04-11",
      updatedAt: "2026-08-01",
      primary: { is: "one", code: "207XS0117X" },
    });
    expect(found?.taxonomies[1]?.license).toBeNull();
  });

  test("days come from the epochs where none is written, in seconds or milliseconds, a number or a text", () => {
    const dated = (epoch: unknown) => {
      const body = JSON.parse(recorded("individual-2026.json"));
      body.results[0].basic.last_updated = "--";
      body.results[0].last_updated_epoch = epoch;
      const read = readBody(WREN, JSON.stringify(body));
      return read.is === "provider" ? read.provider.updatedAt : read.is;
    };
    for (const epoch of [1785542400, "1785542400", 1785542400000, "1785542400000"])
      expect(dated(epoch)).toBe("2026-08-01");
    for (const epoch of [undefined, null, "", "soon", -1, 0, 1e300, {}]) expect(dated(epoch)).toBeNull();
  });

  test("a number that is not found is unknown, and nothing else", async () => {
    const { api } = await service(saying(recorded("empty.json")));
    const answer = await fetchNppes(api, NOBODY, asking());
    expect(answer.found).toBeUndefined();
    expect(liveFinding(answer)).toBe("unknown");
  });

  test("so is one with a status that is not active", () => {
    const body = recorded("individual-2019.json").replace('"status": "A"', '"status": "D"');
    expect(readBody(ROBIN, body)).toEqual({ is: "nothing" });
  });

  test("errors that come as a success, and other statuses, are no answers", async () => {
    expect(await troubleOf(saying(recorded("error-04.json")))).toBe("refused");
    expect(await troubleOf(saying(recorded("error-09.json")))).toBe("refused");
    expect(await troubleOf(saying(recorded("empty.json"), 500))).toBe("failed");
    expect(await troubleOf(saying(recorded("empty.json"), 503))).toBe("failed");
    expect(await troubleOf(saying("", 429))).toBe("failed");
    expect(await troubleOf(saying("", 404))).toBe("refused");
  });

  test("a page, half a body, somebody else's number or another shape cannot be read", async () => {
    const whole = recorded("individual-2019.json");
    expect(await troubleOf(saying("<html><body>Down for maintenance</body></html>"))).toBe("unreadable");
    expect(await troubleOf(saying(whole.slice(0, 900)))).toBe("unreadable");
    expect(await troubleOf(saying(""))).toBe("unreadable");
    expect(await troubleOf(saying("[]"))).toBe("unreadable");
    expect(await troubleOf(saying('{"results": {}}'))).toBe("unreadable");
    expect(await troubleOf(saying('{"results": [{}]}'))).toBe("unreadable");
    expect(await troubleOf(saying(recorded("individual-2026.json")))).toBe("unreadable");
    expect(await troubleOf(saying(whole.replace("NPI-1", "NPI-9")))).toBe("unreadable");
  });

  test("a huge body is not read to its end", async () => {
    let written = 0;
    const endless: Answer = (_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 32))) written += 65_536;
      };
      response.on("drain", more);
      more();
    };
    expect(await troubleOf(endless)).toBe("too_big");
    expect(written).toBeLessThan(20_000_000);
  });

  test("a redirect is not followed", async () => {
    const other = await service(saying(recorded("individual-2019.json")));
    expect(await troubleOf(saying("", 302, { location: other.api }))).toBe("refused");
    expect(other.asked).toEqual([]);
  });

  test("a slow service is given up in time, before its headers or after them", async () => {
    const started = performance.now();
    expect(await troubleOf(() => {}, { timeoutMs: 150 })).toBe("slow");
    const stalls: Answer = (_request, response) => void response.writeHead(200).write('{"results":');
    expect(await troubleOf(stalls, { timeoutMs: 150 })).toBe("slow");
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("one that hangs up or is not there is unreachable", async () => {
    expect(await troubleOf((_request, response) => response.destroy())).toBe("unreachable");
    const down = fetchNppes("http://127.0.0.1:1/api/", ROBIN, asking());
    await expect(down).rejects.toMatchObject({ code: "no_answer", details: { why: "unreachable" } });
  });

  test("nobody is asked for what is no NPI", async () => {
    const { api, asked } = await service(saying(recorded("empty.json")));
    for (const npi of ["", "1900000121", "19000001200", "1900000120&limit=200", "abc"])
      await expect(fetchNppes(api, npi, asking())).rejects.toMatchObject({ code: "invalid_input" });
    expect(asked).toEqual([]);
  });

  test("a caller who gives up ends the request, or the wait for one's turn, and holds nobody else up", async () => {
    const { api, asked } = await service((request, response) => {
      if (request.url?.includes(NOBODY)) saying(recorded("empty.json"))(request, response);
    });
    const first = new AbortController();
    const second = new AbortController();
    const stuck = fetchNppes(api, ROBIN, asking({ signal: first.signal }));
    const waiting = fetchNppes(api, WREN, asking({ signal: second.signal }));
    const third = fetchNppes(api, NOBODY, asking());
    const ends = Promise.allSettled([stuck, waiting]);
    while (asked.length === 0) await wait(5);
    second.abort(new Error("never mind"));
    await expect(waiting).rejects.toThrow("never mind");
    first.abort(new Error("closing"));
    await expect(stuck).rejects.toThrow("closing");
    expect((await third).found).toBeUndefined();
    await ends;
    expect(asked).toHaveLength(2);
    await expect(fetchNppes(api, ROBIN, asking({ signal: first.signal }))).rejects.toThrow("closing");
  });

  test("many who ask at once are asked for one after the other, with a pause", async () => {
    const times: number[] = [];
    const { api, most } = await service((request, response) => {
      times.push(performance.now());
      setTimeout(() => saying(recorded("empty.json"))(request, response), 20);
    });
    await Promise.all(Array.from({ length: 4 }, () => fetchNppes(api, NOBODY, asking({ pauseMs: 60 }))));
    expect(most()).toBe(1);
    for (const [at, time] of times.entries())
      if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(75);
  });

  test("nothing of the body is written anywhere", async () => {
    const written: unknown[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      const spy = vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(chunk) > 0);
      onTestFinished(() => spy.mockRestore());
    }
    const { api } = await service(saying(recorded("individual-2019.json").replace("NPI-1", "NPI-9")));
    const error: unknown = await fetchNppes(api, ROBIN, asking()).catch((caught: unknown) => caught);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/vale|robin/i);
    expect((error as Error).cause).toBeUndefined();
    expect(written.join("")).not.toMatch(/vale|robin/i);
  });

  test("any JSON at all is read without a throw, and never as somebody else", () => {
    const whole = JSON.parse(recorded("individual-2026.json"));
    const keys = Object.keys(whole.results[0]);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const body = structuredClone(whole);
        body.results[0][key] = value;
        const read = readBody(WREN, JSON.stringify(body));
        if (read.is === "provider")
          expect(read.provider).toMatchObject({ npi: WREN, deactivated: false, phoneSince: null });
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(["unreadable", "refused", "nothing"]).toContain(readBody(WREN, text).is);
      }),
    );
  });
});

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import fc from "fast-check";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { codeMail } from "#core/credentials/proof/code-mail.ts";
import { DomainError } from "#core/errors.ts";
import type { Mail } from "#core/mailer.ts";
import { createSmtpMailer } from "#mail/send-mail.ts";
import { isLoopback, senderOf, smtpOptions } from "#mail/smtp-options.ts";

const FROM = "Curbside <curbside@community.example>";
const MAIL = codeMail({
  to: "r.vale@clinic.example",
  community: "Sunny Side",
  code: "4821 9930",
  validMs: 900_000,
});

interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: string;
  readonly body: string;
}

/** A mail server on this machine; `taken` is what it took. */
async function mailServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 50,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const [headers = "", ...body] = Buffer.concat(chunks).toString().split("\r\n\r\n");
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? "" : (mailFrom?.address ?? ""),
          to: rcptTo.map(({ address }) => address),
          headers,
          body: body.join("\r\n\r\n"),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { taken, port: (listening.address() as AddressInfo).port };
}

const mailer = (port: number, { login = "", timeoutMs = 5000 } = {}) =>
  createSmtpMailer({ smtpUrl: `smtp://${login}127.0.0.1:${port}`, from: FROM, timeoutMs });

async function troubleWith(sending: Promise<void>): Promise<string> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof DomainError && error.code === "mail_failed")
      return (error as DomainError<"mail_failed">).details.why;
    throw error;
  }
  return "sent";
}

const refusal = (message: string, responseCode: number) =>
  Object.assign(new Error(message), { responseCode });

describe("sending mail through a server", () => {
  test("the code arrives, as plain text, at one address", async () => {
    const { taken, port } = await mailServer();
    await mailer(port).send(MAIL);
    expect(taken).toHaveLength(1);
    const [{ from, to, headers, body } = { from: "", to: [], headers: "", body: "" }] = taken;
    expect([from, to]).toEqual(["curbside@community.example", ["r.vale@clinic.example"]]);
    expect(headers).toMatch(/^From: Curbside <curbside@community\.example>$/m);
    expect(headers).toMatch(/^To: r\.vale@clinic\.example$/m);
    expect(headers).toMatch(/^Subject: Your code for Sunny Side$/m);
    expect(headers).toMatch(/^Content-Type: text\/plain/m);
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(body.replace(/=\r\n/g, "").replace(/\r\n/g, "\n").trim()).toBe(MAIL.text.trim());
  });

  test("with the name and password of the address, which may have any signs", async () => {
    const seen: unknown[] = [];
    const { taken, port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password]);
        if (password === "p@ss/wörd:") done(null, { user: username });
        else done(new Error("no"));
      },
    });
    await mailer(port, { login: `me%40x:${encodeURIComponent("p@ss/wörd:")}@` }).send(MAIL);
    expect(seen).toEqual([["me@x", "p@ss/wörd:"]]);
    expect(taken).toHaveLength(1);
    expect(await troubleWith(mailer(port, { login: "me:wrong@" }).send(MAIL))).toBe("signed_out");
  });

  test("an address that is refused is told from a message that is, and from a server that is busy", async () => {
    const answers = async (responseCode: number) => {
      const { port } = await mailServer({
        onRcptTo: (_address, _session, done) => done(refusal("r.vale is unknown", responseCode)),
      });
      return troubleWith(mailer(port).send(MAIL));
    };
    expect(await answers(550)).toBe("refused");
    expect(await answers(450)).toBe("unreachable");
    const { port } = await mailServer({
      onData(stream, _session, done) {
        stream.resume();
        stream.on("end", () => done(refusal("spam", 554)));
      },
    });
    expect(await troubleWith(mailer(port).send(MAIL))).toBe("rejected");
  });

  test("what the server says is in no error", async () => {
    const { port } = await mailServer({
      onRcptTo: (_address, _session, done) => done(refusal("r.vale is unknown", 550)),
    });
    const error: unknown = await mailer(port)
      .send(MAIL)
      .catch((caught: unknown) => caught);
    expect(`${JSON.stringify(error)} ${String(error)}`).not.toMatch(/vale|unknown|550/);
    expect((error as Error).cause).toBeUndefined();
  });

  test("a server that is down is said to be; nothing is tried twice", async () => {
    const { port, taken } = await mailServer();
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const free = (closed.address() as AddressInfo).port;
    closed.close();
    await once(closed, "close");
    expect(await troubleWith(mailer(free).send(MAIL))).toBe("unreachable");
    expect(await troubleWith(mailer(port).send(MAIL))).toBe("sent");
    expect(taken).toHaveLength(1);
  });

  test("one that says nothing, stalls after the text or hangs up leaves it unsure, in time", async () => {
    const silent = async (onConnection: (socket: Socket) => void) => {
      const sockets = new Set<Socket>();
      let calls = 0;
      const server = createServer((socket) => {
        calls += 1;
        sockets.add(socket);
        socket.on("error", () => {});
        onConnection(socket);
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      onTestFinished(() => {
        for (const socket of sockets) socket.destroy();
        server.close();
      });
      const started = performance.now();
      const trouble = await troubleWith(
        mailer((server.address() as AddressInfo).port, { timeoutMs: 300 }).send(MAIL),
      );
      expect(performance.now() - started).toBeLessThan(3000);
      expect(calls).toBe(1);
      return trouble;
    };
    expect(await silent(() => {})).toBe("unsure");
    expect(await silent((socket) => socket.destroy())).toBe("unsure");
    const dripping = (socket: Socket) => {
      const timer = setInterval(() => socket.write("220-still here\r\n"), 50);
      socket.on("close", () => clearInterval(timer));
    };
    expect(await silent(dripping)).toBe("unsure");
    const { port } = await mailServer({ onData: (stream) => void stream.resume() });
    expect(await troubleWith(mailer(port, { timeoutMs: 300 }).send(MAIL))).toBe("unsure");
  });

  test("a server in the middle that answers for TLS with its own certificate is not believed", async () => {
    const { port } = await mailServer({ secure: true });
    const insecure = createSmtpMailer({ smtpUrl: `smtps://127.0.0.1:${port}`, from: FROM, timeoutMs: 3000 });
    expect(await troubleWith(insecure.send(MAIL))).toBe("insecure");
  });

  /** 0.0.0.0 leads to this machine and is none of its names. */
  test.skipIf(process.platform === "win32")(
    "off this machine nothing is said before a TLS that can be trusted",
    async () => {
      const seen: string[] = [];
      const listening: SMTPServerOptions = {
        onMailFrom(_address, _session, done) {
          seen.push("mail");
          done();
        },
        onAuth({ username }, _session, done) {
          seen.push("auth");
          done(null, { user: username ?? "" });
        },
        allowInsecureAuth: true,
      };
      const without = await mailServer(listening);
      const unknown = await mailServer({ ...listening, disabledCommands: [] });
      for (const { port } of [without, unknown]) {
        const away = createSmtpMailer({
          smtpUrl: `smtp://me:word@0.0.0.0:${port}`,
          from: FROM,
          timeoutMs: 3000,
        });
        expect(await troubleWith(away.send(MAIL))).toBe("insecure");
      }
      expect(seen).toEqual([]);
      await mailer(unknown.port).send(MAIL);
      expect(unknown.taken).toHaveLength(1);
    },
  );

  test("no text can make a header, a second recipient or a command", async () => {
    const { taken, port } = await mailServer();
    const send = mailer(port).send;
    const evil = fc.constantFrom(
      "\r\nBcc: b@other.example",
      "\nBcc: b@other.example",
      "\r",
      "\0",
      "\u2028",
      "\u0085",
    );
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, evil, text, async (before, sign, after) => {
        const line = `${before}${sign}${after}`;
        await expect(send({ ...MAIL, subject: line })).rejects.toThrow("one line");
        await expect(send({ ...MAIL, to: `a@clinic.example${line}` })).rejects.toThrow("one recipient");
      }),
      { numRuns: 50 },
    );
    for (const to of [
      "a@clinic.example, b@other.example",
      "a@clinic.example;b@x.example",
      "<a@clinic.example>",
      "a",
      "a@b@c.example",
    ])
      await expect(send({ ...MAIL, to })).rejects.toThrow("one recipient");
    expect(taken).toHaveLength(0);
    const hostile: Mail = {
      ...MAIL,
      subject: "Ünïcode =?utf-8?B?QQ==?= <x@y>",
      text: "a\r\n.\r\nRCPT TO:<b@other.example>\r\n.\n..\nfrom me",
    };
    await send(hostile);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual(["r.vale@clinic.example"]);
    expect(taken[0]?.headers).not.toMatch(/^Bcc/im);
    expect(taken[0]?.body).toContain("RCPT TO:<b@other.example>");
  });
});

describe("how the connection is made", () => {
  test.each([
    ["smtp://mail.clinic.example", 587, false, true],
    ["smtp://mail.clinic.example:25/", 25, false, true],
    ["smtp://user:pw@10.0.0.5", 587, false, true],
    ["smtp://localhost.other.example", 587, false, true],
    ["smtps://mail.clinic.example", 465, true, false],
    ["smtps://127.0.0.1:4650", 4650, true, false],
    ["smtp://localhost:2525", 2525, false, false],
    ["smtp://127.0.0.1", 587, false, false],
    ["smtp://[::1]:25", 25, false, false],
  ])("%s: port %i, TLS at once %s, STARTTLS or nothing %s", (url, port, secure, requireTLS) => {
    expect(smtpOptions(url)).toMatchObject({ port, secure, requireTLS });
    if (!secure) expect(smtpOptions(url)?.ignoreTLS).toBe(!requireTLS);
  });

  test.each([
    "http://mail.clinic.example",
    "mail.clinic.example:587",
    "smtp://",
    "smtp://mail.clinic.example?ignoreTLS=true",
    "smtps://mail.clinic.example/?tls.rejectUnauthorized=false",
    "smtp://mail.clinic.example/path",
    "smtp://mail.clinic.example#x",
    "smtp://user:%zz@mail.clinic.example",
    "smtp://mail clinic.example",
    "smtp://mail.clinic.example:0",
  ])("%s is none", (url) => {
    expect(smtpOptions(url)).toBeUndefined();
  });

  test("only this machine is this machine", () => {
    for (const host of ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
      expect(isLoopback(host)).toBe(true);
    for (const host of ["127.0.0.1.other.example", "localhost.other.example", "10.0.0.1", "::2", "0.0.0.0"])
      expect(isLoopback(host)).toBe(false);
  });

  test("a sender is one address, with a name or without", () => {
    expect(senderOf("c@x.example")).toEqual({ name: "", address: "c@x.example" });
    expect(senderOf(FROM)).toEqual({ name: "Curbside", address: "curbside@community.example" });
    for (const from of [
      "",
      "x",
      "a@x.example, b@x.example",
      "A <a@x.example> <b@x.example>",
      "A\n <a@x.example>",
      "A <a@x.example",
    ])
      expect(senderOf(from)).toBeUndefined();
  });

  test("settings that were not checked are no mailer", () => {
    expect(() => createSmtpMailer({ smtpUrl: "http://x", from: FROM, timeoutMs: 1 })).toThrow("not checked");
    expect(() => createSmtpMailer({ smtpUrl: "smtp://localhost", from: "x", timeoutMs: 1 })).toThrow(
      "not checked",
    );
  });
});

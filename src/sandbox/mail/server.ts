import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived at the clinic. */
export interface Arrived {
  readonly to: readonly string[];
  readonly text: string;
}

export interface MailServer extends AsyncDisposable {
  /** smtp://127.0.0.1:PORT */
  readonly url: string;
}

/** A clinic's mail server on this machine: takes what is for its domain, and refuses everybody else's, as real ones do. */
export async function startMail({
  domain,
  onMail,
}: {
  readonly domain: string;
  readonly onMail: (mail: Arrived) => void;
}): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 50,
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (address.toLowerCase().endsWith(`@${domain}`)) return done();
      done(Object.assign(new Error("no such mailbox here"), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on("end", () => {
        onMail({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  // A client that hangs up is no fault of the server's.
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

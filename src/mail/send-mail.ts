import { createTransport } from "nodemailer";
import { refuse } from "#core/errors.ts";
import type { Mail, Mailer, MailTrouble } from "#core/mailer.ts";
import { senderOf, smtpOptions } from "./smtp-options.ts";

export interface MailSettings {
  /** smtp:// or smtps://, with name and password; a secret. */
  readonly smtpUrl: string;
  readonly from: string;
  /** The longest that one message may take in all. */
  readonly timeoutMs: number;
}

interface SmtpError {
  readonly code?: string;
  /** What the system or TLS called it. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

const TROUBLE: Readonly<Record<string, MailTrouble>> = {
  ETLS: "insecure",
  EAUTH: "signed_out",
  ENOAUTH: "signed_out",
  EDNS: "unreachable",
};
const CERTIFICATE = /CERT|ALTNAME|ERR_SSL|ERR_TLS|UNABLE_TO_/;
const NEVER_CONNECTED = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the server or the library said stays here; only what it means goes on. Whatever is not sure may have been sent. */
function troubleOf(error: unknown): MailTrouble {
  const { code = "", originalCode = "", command, responseCode = 0 } = (error ?? {}) as SmtpError;
  if (CERTIFICATE.test(code) || CERTIFICATE.test(originalCode)) return "insecure";
  const known = TROUBLE[code];
  if (known !== undefined) return known;
  if (responseCode >= 500) return command === "RCPT TO" ? "refused" : "rejected";
  if (responseCode >= 400 || NEVER_CONNECTED.test(originalCode)) return "unreachable";
  return "unsure";
}

/** A line that a header is made of. Core builds it, so that anything else is a fault of ours. */
function headerLine(line: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(line)) throw new Error("a header of a mail is one line");
  return line;
}

/** Nothing that separates addresses, or ends one. */
const ONE_ADDRESS = /^[^\s\p{Cc}<>()[\]:;,"\\@]+@[A-Za-z0-9.-]+$/u;

function recipient(to: string): string {
  if (!ONE_ADDRESS.test(to)) throw new Error("a mail has one recipient, a bare address");
  return to;
}

/** A mailer that sends through one SMTP server: one connection for each message, closed after it, and no second attempt. */
export function createSmtpMailer({ smtpUrl, from, timeoutMs }: MailSettings): Mailer {
  const options = smtpOptions(smtpUrl);
  const sender = senderOf(from);
  if (options === undefined || sender === undefined)
    throw new Error("the settings for mail were not checked");
  const { auth, ...connection } = options;
  const transport = createTransport({
    ...connection,
    ...(auth === undefined ? {} : { auth }),
    tls: { minVersion: "TLSv1.2" },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketCloseTimeout: 0,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }: Mail) {
      const message = {
        from: sender,
        to: { name: "", address: recipient(to) },
        subject: headerLine(subject),
        text,
        headers: { "Auto-Submitted": "auto-generated" },
        signal: AbortSignal.timeout(timeoutMs),
      };
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw refuse("mail_failed", { why: troubleOf(error) });
      } finally {
        transport.close();
      }
    },
  };
}

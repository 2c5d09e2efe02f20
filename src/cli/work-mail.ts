import type { WorkMail } from "#core/core.ts";
import type { Config } from "../config.ts";

/** The mail server of the configuration, loaded only where one is set. */
export async function workMail({ mail, timing }: Config): Promise<WorkMail | undefined> {
  if (mail === null) return undefined;
  const { createSmtpMailer } = await import("#mail/send-mail.ts");
  const { smtpUrl, from, domains } = mail;
  const mailer = createSmtpMailer({ smtpUrl: smtpUrl.reveal(), from, timeoutMs: timing.clientTimeoutMs });
  return { domains, send: (message) => mailer.send(message) };
}

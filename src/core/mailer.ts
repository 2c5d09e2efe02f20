/** One plain message to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Why a message did not go out, in the few ways that somebody can do something about. */
export type MailTrouble =
  /** No mail server is set. */
  | "off"
  /** The server does not take mail for this address. */
  | "refused"
  /** The server takes the address and not the message. */
  | "rejected"
  /** Certainly not sent: no connection, or nothing is taken for now. */
  | "unreachable"
  /** Too slow, or broken off: it may have been sent. */
  | "unsure"
  /** The server offers no encryption, or a certificate that cannot be trusted. */
  | "insecure"
  | "signed_out";

/** What the core needs of a mail server. One attempt, never repeated; all that goes wrong is refused as `mail_failed`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

import { isIPv4 } from "node:net";

/** How a connection to a mail server is made. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly secure: boolean;
  /** Not a byte of a mail or a password goes out before STARTTLS. */
  readonly requireTLS: boolean;
  /** On this machine nobody listens in, and the certificate is mostly one that nobody knows. */
  readonly ignoreTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/** Whether a host, as it stands in an address, is this machine. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || host === "::1" || (isIPv4(host) && host.startsWith("127."));

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/**
 * What `smtp://` (STARTTLS, port 587) and `smtps://` (TLS, port 465) say; undefined when it is neither. Nothing may stand
 * behind the host, so that no option can switch the checks of the connection off.
 */
export function smtpOptions(address: string): SmtpOptions | undefined {
  const url = URL.parse(address);
  if (url === null || !/^smtps?:$/.test(url.protocol) || /[\s\0]/.test(address)) return undefined;
  if (!/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])$/.test(url.hostname)) return undefined;
  if (!/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "") return undefined;
  const user = decoded(url.username);
  const pass = decoded(url.password);
  if (user === undefined || pass === undefined || url.port === "0") return undefined;
  const secure = url.protocol === "smtps:";
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, "");
  const clear = !secure && isLoopback(host);
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !clear,
    ignoreTLS: clear,
    auth: user === "" ? undefined : { user, pass },
  };
}

const ADDRESS = /^[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

/** A sender in its parts: "curbside@clinic.example", or "Curbside <curbside@clinic.example>". */
export function senderOf(from: string): { readonly name: string; readonly address: string } | undefined {
  const [, name = "", inside] = /^([^<>"\p{Cc}\p{Cf}]{0,80}?) ?<([^<>]+)>$/u.exec(from) ?? [];
  const address = inside ?? from;
  return ADDRESS.test(address) && address.length <= 254 ? { name, address } : undefined;
}

/** What is wrong with a sender; undefined for one that can be used. */
export const senderProblem = (from: string): string | undefined =>
  senderOf(from) === undefined ? "must be name@example.org, or Name <name@example.org>" : undefined;

const LINK =
  /^https:\/\/[a-z0-9.-]+\.slack\.com\/archives\/([A-Z0-9]{2,20})\/p(\d{7,13})(\d{6})\/?(?:\?[^#]*)?$/;

/** The message that "Copy link" named; undefined for any other text. A link writes a timestamp without its dot. */
export function readMessageLink(link: string): { channelId: string; messageId: string } | undefined {
  const [, channelId, seconds, rest] = LINK.exec(link) ?? [];
  if (channelId === undefined || seconds === undefined) return undefined;
  return { channelId, messageId: `${seconds}.${rest}` };
}

const LINK =
  /^https:\/\/(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com\/channels\/(?:@me|\d{1,20})\/(\d{1,20})\/(\d{1,20})\/?$/;

/** The message that "Copy Message Link" named; undefined for any other text. */
export function readMessageLink(link: string): { channelId: string; messageId: string } | undefined {
  const [, channelId, messageId] = LINK.exec(link) ?? [];
  return channelId === undefined || messageId === undefined ? undefined : { channelId, messageId };
}

/** Names one act on a message, the same whether it was heard live or read afterwards. */
export function messageAct(
  { channelId, messageId }: { channelId: string; messageId: string },
  op: "create" | "edit" | "remove",
  version: number,
): string {
  return `discord|message|${channelId}|${messageId}|${op}|${version}`;
}

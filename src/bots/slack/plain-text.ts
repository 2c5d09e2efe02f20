const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" } as const;

/** `<@U1>` is a person, `<#C1|name>` a channel, `<!here>` everybody, `<url|label>` a link. */
function readable(inside: string): string {
  const [target = "", label = ""] = inside.split("|");
  if (target.startsWith("@")) return "@somebody";
  if (target.startsWith("#")) return `#${label || "channel"}`;
  if (target.startsWith("!")) return label || `@${target.slice(1).split("^")[0]}`;
  return label === "" || label === target ? target : `${label} (${target})`;
}

/** A message's text in Slack's own notation as people read it; whom it mentions is nobody's to know from it. */
export function plainText(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^<>]+)>/g, (_, inside: string) => readable(inside))
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);
}

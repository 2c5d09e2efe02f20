/** What Discord takes of its AutoMod (discord.com/developers/docs/resources/auto-moderation). */
export const LIMITS = {
  /** Rules that look for words, whoever made them. */
  rules: 6,
  keywords: 1000,
  keywordLength: 60,
  patterns: 10,
  patternLength: 260,
  exemptRoles: 20,
  exemptChannels: 50,
  messageLength: 150,
} as const;

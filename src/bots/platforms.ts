/** The only list of platforms. Everywhere else a platform is an opaque word. */
export const PLATFORMS = ["discord", "slack"] as const;

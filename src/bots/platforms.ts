/** The only list of platforms. Everywhere else a platform is an opaque word. */
export const PLATFORMS = ["discord", "slack"] as const;

/** Those that have channels of posts, for the library's shelf. */
export const SHELF_PLATFORMS: readonly string[] = ["discord"];

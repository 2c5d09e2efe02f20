/** A message as Slack told it when somebody chose Report in its menu. */
export interface PostInHand {
  readonly spaceId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly authorId: string;
  /** It was posted by this app. */
  readonly isOurs: boolean;
  readonly text: string;
  readonly writtenAtMs: number;
  /** It stands where not everybody reads along; also until the opposite is known. */
  readonly isPrivate: boolean;
}

/** How many are remembered; whoever fills in an older form is asked to begin anew. */
const MOST = 500;

/**
 * The messages about which a form is open. Only in memory: a form that is never sent must leave nothing behind, and what a form
 * carries itself may hold neither a text nor a platform's id. So after a crash between the press and the sending nothing was
 * reported, and the form says so; once it was sent, the message is stored with it, sealed.
 */
const posts = new Map<string, PostInHand>();

/** False where it is in hand already: Slack told the same choice again. */
export function takeInHand(key: string, post: PostInHand): boolean {
  if (posts.has(key)) return false;
  posts.set(key, post);
  for (const oldest of posts.keys()) {
    if (posts.size <= MOST) break;
    posts.delete(oldest);
  }
  return true;
}

export function postInHand(key: string): PostInHand | undefined {
  return posts.get(key);
}

/** Everybody in the workspace can read where it stands. */
export function knownPublic(key: string): void {
  const post = posts.get(key);
  if (post !== undefined) posts.set(key, { ...post, isPrivate: false });
}

export function letGo(key: string): void {
  posts.delete(key);
}

/** Who reads a notice, and where. */
export interface NoticeReader {
  readonly me: string;
  /** Turns a person into the name a notice uses. */
  readonly nameOf: (userId: string) => string;
  /** No more than two people have ever been in the conversation, so a request made it. */
  readonly betweenTwo: boolean;
  /** A moderator or above: is told also what others need not be. */
  readonly looksAfter: boolean;
}

/** A person at the start of a sentence. */
export function subject(userId: string, { me, nameOf }: NoticeReader): string {
  return userId === me ? 'You' : nameOf(userId);
}

/** A person inside a sentence. */
export function object(userId: string, { me, nameOf }: NoticeReader): string {
  return userId === me ? 'you' : nameOf(userId);
}

import type { UserId } from '@sotto/protocol';

export interface Person {
  readonly userId: UserId;
  /** `@mira` for people of this server, `@mira:elsewhere.example` for others. */
  readonly handle: string;
  /** What they are called here: by my nickname for them, else by the name they chose. */
  readonly displayName: string;
  /** The name they chose, where I call them something else. */
  readonly ownName?: string;
  /** An `mxc://` address for `media.avatarUrl`, or null. */
  readonly avatar: string | null;
}

/** A refusal a person can read and act on. `code` lets a screen pick where to show it. */
export interface Problem {
  readonly code:
    | 'username_taken'
    | 'username_invalid'
    | 'password_weak'
    | 'password_wrong'
    | 'registration_closed'
    | 'registration_token_wrong'
    | 'recovery_code_wrong'
    | 'too_many_tries'
    | 'too_large'
    | 'offline'
    | 'failed';
  readonly message: string;
  readonly retryAfterMs?: number;
}

export type Outcome<Value = void> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

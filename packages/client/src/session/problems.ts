import type { Outcome, Problem } from '../types/index.ts';

/** The server said no. Shaped like matrix-js-sdk's own error, so that one reader serves both. */
export class RequestRefused extends Error {
  readonly httpStatus: number;
  readonly errcode: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(httpStatus: number, data: Readonly<Record<string, unknown>>) {
    const errcode = typeof data['errcode'] === 'string' ? data['errcode'] : 'M_UNKNOWN';
    super(`${httpStatus} ${errcode}`);
    this.name = 'RequestRefused';
    this.httpStatus = httpStatus;
    this.errcode = errcode;
    this.data = data;
  }
}

/** A refusal made on this device, ready to show. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: Problem['code'], message: string) {
    super(message);
    this.name = 'ProblemError';
    this.problem = { code, message };
  }
}

interface ServerError {
  readonly httpStatus: number | undefined;
  readonly errcode: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads any error as what a Matrix server answered, without needing the SDK's classes. */
export function readServerError(error: unknown): ServerError {
  if (typeof error !== 'object' || error === null) {
    return { httpStatus: undefined, errcode: undefined, data: {} };
  }
  const { httpStatus, errcode, data } = error as Record<string, unknown>;
  return {
    httpStatus: typeof httpStatus === 'number' ? httpStatus : undefined,
    errcode: typeof errcode === 'string' ? errcode : undefined,
    data:
      // SAFETY: every field read from it is checked where it is read.
      typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {},
  };
}

/** True when no answer came: the network, a timeout, a server that is down. */
export function isUnreachable(error: unknown): boolean {
  const { httpStatus } = readServerError(error);
  if (httpStatus !== undefined)
    return httpStatus === 502 || httpStatus === 503 || httpStatus === 504;
  return (
    error instanceof Error &&
    ['ConnectionError', 'AbortError', 'TimeoutError', 'TypeError', 'TokenRefreshError'].includes(
      error.name,
    )
  );
}

const KNOWN: Readonly<Record<string, Problem>> = {
  M_USER_IN_USE: { code: 'username_taken', message: 'That username is taken.' },
  M_EXCLUSIVE: { code: 'username_taken', message: 'That username is taken.' },
  M_INVALID_USERNAME: {
    code: 'username_invalid',
    message: 'Use small letters, digits, dots, dashes and underscores.',
  },
  M_WEAK_PASSWORD: { code: 'password_weak', message: 'Choose a longer password.' },
  M_TOO_LARGE: { code: 'too_large', message: 'That is larger than this server accepts.' },
};

const OFFLINE: Problem = {
  code: 'offline',
  message: 'The server cannot be reached. Check your connection and try again.',
};
const FAILED: Problem = { code: 'failed', message: 'That did not work. Try again.' };

export function retryAfterMsOf(error: unknown): number | undefined {
  const waitMs = readServerError(error).data['retry_after_ms'];
  return typeof waitMs === 'number' && waitMs >= 0 ? waitMs : undefined;
}

/** What to tell a person about an error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { httpStatus, errcode } = readServerError(error);
  if (httpStatus === 429) {
    const retryAfterMs = retryAfterMsOf(error);
    const message = 'Too many tries. Wait a little, then try again.';
    return {
      code: 'too_many_tries',
      message,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  if (isUnreachable(error)) return OFFLINE;
  return (errcode && KNOWN[errcode]) || FAILED;
}

/** Refusals whose reason only the server knows, which it says in words for people. */
const TOLD = new Set([403, 404, 429]);

/** As `problemOf`, for requests the server explains itself about. */
export function problemAsTold(error: unknown): Problem {
  const problem = problemOf(error);
  const { httpStatus = 0, data } = readServerError(error);
  const told = data['error'];
  return TOLD.has(httpStatus) && typeof told === 'string' ? { ...problem, message: told } : problem;
}

/** Runs something that may be refused; bugs are refusals too, for a person. */
export async function outcomeOf<Value>(
  run: () => Promise<Value>,
  tell: (error: unknown) => Problem = problemOf,
): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, problem: tell(error) };
  }
}

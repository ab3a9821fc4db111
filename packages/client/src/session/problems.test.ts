import { expect, test } from 'vitest';
import {
  isUnreachable,
  outcomeOf,
  problemAsTold,
  ProblemError,
  problemOf,
  RequestRefused,
} from './problems.ts';

const refused = (status: number, errcode: string, extra = {}) =>
  new RequestRefused(status, { errcode, ...extra });

test.each([
  { error: refused(400, 'M_USER_IN_USE'), code: 'username_taken' },
  { error: refused(400, 'M_INVALID_USERNAME'), code: 'username_invalid' },
  { error: refused(400, 'M_WEAK_PASSWORD'), code: 'password_weak' },
  { error: refused(413, 'M_TOO_LARGE'), code: 'too_large' },
  { error: refused(429, 'M_LIMIT_EXCEEDED'), code: 'too_many_tries' },
  { error: refused(500, 'M_UNKNOWN'), code: 'failed' },
  { error: refused(503, 'M_UNKNOWN'), code: 'offline' },
  { error: new TypeError('fetch failed'), code: 'offline' },
  { error: new Error('a bug'), code: 'failed' },
  { error: 'not even an error', code: 'failed' },
  { error: new ProblemError('password_wrong', 'No.'), code: 'password_wrong' },
])('$error is told as $code', ({ error, code }) => {
  expect(problemOf(error).code).toBe(code);
});

test('the wait that a server asks for is passed on', () => {
  const problem = problemOf(refused(429, 'M_LIMIT_EXCEEDED', { retry_after_ms: 1_500 }));

  expect(problem.retryAfterMs).toBe(1_500);
});

test('a refusal is an answer: the server was reached', () => {
  expect(isUnreachable(refused(403, 'M_FORBIDDEN'))).toBe(false);
  expect(isUnreachable(refused(500, 'M_UNKNOWN'))).toBe(false);
});

test('an outcome carries the value or the problem', async () => {
  expect(await outcomeOf(async () => 7)).toEqual({ ok: true, value: 7 });
  expect(await outcomeOf(() => Promise.reject(new ProblemError('failed', 'No.')))).toEqual({
    ok: false,
    problem: { code: 'failed', message: 'No.' },
  });
});

test('where the server explains itself, its own sentence is told', async () => {
  const error = 'This person does not take requests from you.';
  const refusal = refused(403, 'M_INVITE_BLOCKED', { error });

  const outcome = await outcomeOf(() => Promise.reject(refusal), problemAsTold);

  expect(outcome).toEqual({ ok: false, problem: { code: 'failed', message: error } });
  expect(problemAsTold(refused(500, 'M_UNKNOWN', { error: 'stack' })).message).not.toBe('stack');
});

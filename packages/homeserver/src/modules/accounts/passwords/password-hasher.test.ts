import { describe, expect, test } from 'vitest';
import {
  createPasswordHasher,
  HASHES_PARALLEL_MAX,
  HASHES_WAITING_MAX,
} from './password-hasher.ts';
import { checkNewPassword, PASSWORD_BYTES_MAX } from './password-rules.ts';

const CHEAP = { memoryKib: 8, passes: 1 };
const PASSWORD = 'correct horse battery staple';

describe('hashing', () => {
  test('only the password that was hashed matches', async () => {
    const hasher = createPasswordHasher(CHEAP);

    const stored = await hasher.hash(PASSWORD);

    expect(await hasher.verify(stored, PASSWORD)).toBe(true);
    expect(await hasher.verify(stored, `${PASSWORD} `)).toBe(false);
    expect(await hasher.verify(stored, '')).toBe(false);
  });

  test('a password typed on another keyboard matches: composed or not', async () => {
    const hasher = createPasswordHasher(CHEAP);

    const stored = await hasher.hash('grüße aus köln');

    expect(await hasher.verify(stored, 'gru\u0308ße aus ko\u0308ln')).toBe(true);
  });

  test('by default it costs what OWASP advises', async () => {
    const stored = await createPasswordHasher().hash(PASSWORD);

    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('nobody has the password of an account that does not exist', async () => {
    const hasher = createPasswordHasher(CHEAP);

    expect(await hasher.verify(null, 'nobody has this password')).toBe(false);
    expect(await hasher.verify(null, '')).toBe(false);
  });

  test('an overlong password never matches, even if its beginning would', async () => {
    const hasher = createPasswordHasher(CHEAP);
    const stored = await hasher.hash('');

    expect(await hasher.verify(stored, 'x'.repeat(PASSWORD_BYTES_MAX + 1))).toBe(false);
  });
});

describe('the line', () => {
  test('an unknown name waits in it like a known one, and past its end both are refused', async () => {
    const hasher = createPasswordHasher(CHEAP);
    const stored = await hasher.hash(PASSWORD);

    const places = HASHES_PARALLEL_MAX + HASHES_WAITING_MAX;
    const rush = () =>
      Promise.allSettled(
        Array.from({ length: places + 2 }, (_, index) =>
          hasher.verify(index % 2 === 0 ? stored : null, PASSWORD),
        ),
      );
    const first = await rush();
    const second = await rush();

    for (const outcomes of [first, second]) {
      expect(outcomes.map(({ status }) => status)).toEqual([
        ...Array.from({ length: places }, () => 'fulfilled'),
        'rejected',
        'rejected',
      ]);
      expect(outcomes.at(-1)).toMatchObject({
        reason: { code: 'passwords_busy', detail: { retry_after_ms: 2_000 } },
      });
    }
  });
});

describe('a new password', () => {
  test.each([
    ['seven characters', 'a'.repeat(7), 'weak_password'],
    ['four emoji, which are eight code units', '🙂'.repeat(4), 'weak_password'],
    ['513 bytes', 'a'.repeat(513), 'invalid_password'],
    ['171 signs of three bytes', '語'.repeat(171), 'invalid_password'],
  ])('of %s is refused', (_says, password, code) => {
    expect(() => checkNewPassword(password)).toThrow(expect.objectContaining({ code }));
  });

  test.each(['a'.repeat(8), '🙂'.repeat(8), 'a'.repeat(512)])('%s is fine', (password) => {
    expect(() => checkNewPassword(password)).not.toThrow();
  });
});

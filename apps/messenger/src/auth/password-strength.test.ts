import { describe, expect, test } from 'vitest';
import { PASSWORD_LENGTH_MIN, ratePassword } from './password-strength.ts';

describe('ratePassword', () => {
  test('one character below the shortest is too short, whatever it holds', () => {
    expect(ratePassword('x7#Kq2!').step).toBe(0);
    expect(ratePassword('x7#Kq2!w').step).toBeGreaterThan(0);
    expect('x7#Kq2!'.length).toBe(PASSWORD_LENGTH_MIN - 1);
  });

  test.each([
    { password: 'password', step: 1 },
    { password: 'P@ssw0rd1', step: 1 },
    { password: 'qwerty123456', step: 1 },
    { password: 'aaaaaaaaaaaa', step: 1 },
    { password: 'abcdefghijkl', step: 1 },
    { password: '1234567890', step: 1 },
    { password: 'tkzbwhpm', step: 2 },
    { password: 'r7K#pw2m', step: 3 },
    { password: 'lamp orbit cedar fifth', step: 4 },
  ])('$password is at step $step', ({ password, step }) => {
    expect(ratePassword(password).step).toBe(step);
  });

  test('a password made of the own name is easy to guess, and the hint says so', () => {
    const rated = ratePassword('mira.lund1', ['mira.lund', 'Mira Lund']);

    expect(rated.step).toBe(1);
    expect(rated.hint).toContain('your name');
  });

  test('the same password is worth more to someone with another name', () => {
    const own = ratePassword('jonas-river-lamp', ['jonas']);
    const other = ratePassword('jonas-river-lamp', ['noor']);

    expect(other.step).toBeGreaterThanOrEqual(own.step);
  });

  test('hints come while something can be better, and stop after', () => {
    expect(ratePassword('short').hint).not.toBeNull();
    expect(ratePassword('lamp orbit cedar fifth').hint).toBeNull();
  });
});

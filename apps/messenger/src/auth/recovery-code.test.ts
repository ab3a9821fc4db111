import { expect, test } from 'vitest';
import { groupRecoveryCode, recoveryCodeFile, tidyRecoveryCode } from './recovery-code.ts';

const code = 'EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d';
const bare = code.replaceAll(' ', '');

test.each([
  { says: 'as shown', typed: code },
  { says: 'without spaces', typed: bare },
  { says: 'with dashes', typed: code.replaceAll(' ', '-') },
  { says: 'over several lines, with spaces around', typed: `  ${code.replaceAll(' ', '\n')}\t` },
  { says: 'with no-break and zero-width spaces', typed: code.replaceAll(' ', '\u00A0\u200B') },
  { says: 'in quotes', typed: `“${code}”` },
])('a code typed $says is the same code', ({ typed }) => {
  expect(tidyRecoveryCode(typed)).toBe(bare);
});

test('letters keep their case, which carries meaning', () => {
  expect(tidyRecoveryCode('aA bB')).toBe('aAbB');
});

test('a code is shown in groups of four', () => {
  expect(groupRecoveryCode(bare)).toEqual(code.split(' '));
});

test('the file names whose code it is and holds the code as shown', () => {
  const file = recoveryCodeFile('@mira', bare);

  expect(file).toContain('@mira');
  expect(file).toContain(code);
});

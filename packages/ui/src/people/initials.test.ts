import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Mira Lund', 'ML'],
  ['mira', 'M'],
  ['@noor', 'N'],
  ['Inês Carvalho de Albuquerque', 'IA'],
  ['anne-marie', 'AM'],
  ['李小龙', '李'],
  ['דנה לוי', 'דל'],
  ['🎈', '🎈'],
  ['👩‍👧 Family', '👩‍👧F'],
  ['e\u0301lodie', 'E\u0301'],
  ['  ', '?'],
  ['—', '?'],
  ['Route 66', 'R6'],
])('%j is shown as %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

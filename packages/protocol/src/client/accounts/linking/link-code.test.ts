import { expect, test } from 'vitest';
import { LINK_CODE_SIGNS, printLinkCode, readLinkCode } from './link-code.ts';

test.each([
  { typed: '7KMP-2XQA', read: '7KMP2XQA' },
  { typed: ' 7kmp 2xqa\n', read: '7KMP2XQA' },
  { typed: '7KMP–2XQA', read: '7KMP2XQA' },
  { typed: '7KMP2XQ', read: null },
  { typed: '7KMP2XQAA', read: null },
  { typed: '7KMP2XQ0', read: null },
  { typed: '7KMP2XQO', read: null },
  { typed: '7KMP2XQ/', read: null },
  { typed: '', read: null },
])('“$typed” is the code $read', ({ typed, read }) => {
  expect(readLinkCode(typed)).toBe(read);
});

test('what is printed is read again', () => {
  expect(readLinkCode(printLinkCode('7KMP2XQA'))).toBe('7KMP2XQA');
});

test('no two signs look alike', () => {
  expect(new Set(LINK_CODE_SIGNS).size).toBe(31);
  expect(LINK_CODE_SIGNS).not.toMatch(/[01IOL]/);
});

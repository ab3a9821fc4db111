import { expect, test } from 'vitest';
import { clientOf } from './device-list.ts';

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox on Linux'],
  ['matrix-rust-sdk/0.8', 'matrix-rust-sdk'],
  ['Element X (iPhone; iOS 18)', 'Element'],
  ['node', 'node'],
  ['x'.repeat(300), 'x'.repeat(40)],
])('%s is %s', (userAgent, client) => {
  expect(clientOf(userAgent)).toBe(client);
});

import { expect, test } from 'vitest';
import { parseMxc } from './mxc.ts';

test('an mxc address has a server and a media id', () => {
  expect(parseMxc('mxc://sotto.example:8443/Ab_c-9')).toEqual({
    serverName: 'sotto.example:8443',
    mediaId: 'Ab_c-9',
  });
  expect(parseMxc('mxc://[::1]/x')).toEqual({ serverName: '[::1]', mediaId: 'x' });
});

test.each([
  'https://sotto.example/x',
  'mxc://sotto.example/../../account/whoami',
  'mxc://sotto.example/a/b',
  'mxc://sotto.example/a?b=c',
  'mxc://sotto.example/',
  'mxc:///x',
  'mxc://sotto.example/%2e%2e',
])('%s is no address of a file', (address) => {
  expect(parseMxc(address)).toBeNull();
});

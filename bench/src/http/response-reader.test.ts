import { expect, test } from 'vitest';
import { ResponseReader } from './response-reader.ts';

const REPLY = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{"name":"né"}',
);

test('a reply in one piece is given at once', () => {
  expect(new ResponseReader().push(REPLY)).toEqual({ status: 200, body: '{"name":"né"}' });
});

test('a reply cut anywhere, even inside a character, is put together', () => {
  for (let cut = 1; cut < REPLY.length; cut += 1) {
    const reader = new ResponseReader();

    const early = reader.push(REPLY.subarray(0, cut));
    const whole = reader.push(REPLY.subarray(cut));

    expect(early).toBeNull();
    expect(whole).toEqual({ status: 200, body: '{"name":"né"}' });
  }
});

test('a connection gives one reply after the other', () => {
  const reader = new ResponseReader();

  reader.push(REPLY);

  expect(reader.push(Buffer.from('HTTP/1.1 404 Not Found\r\ncontent-length:2\r\n\r\n{}'))).toEqual({
    status: 404,
    body: '{}',
  });
});

test('a body of unknown length and bytes nobody asked for are errors', () => {
  const chunked = Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');

  expect(() => new ResponseReader().push(chunked)).toThrow('length');
  expect(() => new ResponseReader().push(Buffer.concat([REPLY, REPLY]))).toThrow('more than');
});

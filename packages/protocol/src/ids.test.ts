import { describe, expect, test } from 'vitest';
import {
  createEventIdOfRoom,
  createUserId,
  isEventId,
  isMxcUri,
  isRoomId,
  isServerName,
  isUserId,
  isValidLocalpart,
  localpartOf,
  parseMxcUri,
  parseUserId,
  roomIdOfCreateEvent,
  serverNameOf,
  type EventId,
  type ServerName,
  type UserId,
} from './ids.ts';

const HASH = 'Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg';
const server = 'sotto.example' as ServerName;

describe('server names', () => {
  test.each([
    'matrix.org',
    'matrix.org:8888',
    '1.2.3.4',
    '1.2.3.4:1234',
    '[1234:5678::abcd]',
    '[1234:5678::abcd]:5678',
    '[::]',
    '[::1]',
    '[1:2:3:4:5:6:7:8]',
    '[::ffff:192.168.0.1]',
    '[1:2:3:4:5:6:10.0.0.255]',
    'localhost',
    'UPPER.example',
    'a'.repeat(255),
  ])('%s is one', (text) => {
    expect(isServerName(text)).toBe(true);
  });

  test.each([
    '',
    ':8008',
    'matrix.org:',
    'matrix.org:123456',
    'matrix.org:80a',
    'matrix.org:80:80',
    'under_score.example',
    'münchen.example',
    'a b',
    'a/b',
    'matrix.org\n',
    'a'.repeat(256),
    '1234:5678::abcd',
    '[1234:5678::abcd',
    '[]',
    '[:]',
    '[:::]',
    '[1::2::3]',
    '[1:2::3:4::5:6:7:8]',
    '[1:2:3:4:5:6:7]',
    '[1:2:3:4:5:6:7:8:9]',
    '[1:2:3:4:5:6:7::8]',
    '[12345::]',
    '[::g]',
    '[::256.0.0.1]',
    '[::1.2.3]',
    '[1.2.3.4::]',
    '[1:2:3:4:5:6:7:1.2.3.4]',
  ])('%j is none', (text) => {
    expect(isServerName(text)).toBe(false);
  });

  test('only text can be one', () => {
    expect(isServerName(undefined)).toBe(false);
    expect(isServerName(['matrix.org'])).toBe(false);
  });
});

describe('user ids', () => {
  test('come apart at the first colon', () => {
    expect(parseUserId('@mira:sotto.example:8448')).toEqual({
      localpart: 'mira',
      serverName: 'sotto.example:8448',
    });
    expect(localpartOf('@mira:sotto.example:8448' as UserId)).toBe('mira');
    expect(serverNameOf('@mira:sotto.example:8448' as UserId)).toBe('sotto.example:8448');
  });

  test.each(['@Mira:sotto.example', '@mïra 🌙\u0001:sotto.example', '@:sotto.example'])(
    '%j of older servers is accepted',
    (text) => {
      expect(isUserId(text)).toBe(true);
    },
  );

  test.each([
    'mira:sotto.example',
    '@mira',
    '@mira:',
    '#mira:sotto.example',
    '@mi\0ra:sotto.example',
    '@mi\ud800ra:sotto.example',
    '@mira:so tto',
    '',
  ])('%j is refused', (text) => {
    expect(isUserId(text)).toBe(false);
  });

  test('may have 255 bytes and not one more, however few characters that is', () => {
    const rest = `:${server}`;

    expect(isUserId(`@${'a'.repeat(254 - rest.length)}${rest}`)).toBe(true);
    expect(isUserId(`@${'a'.repeat(255 - rest.length)}${rest}`)).toBe(false);
    expect(isUserId(`@${'é'.repeat(120)}${rest}`)).toBe(true);
    expect(isUserId(`@${'é'.repeat(121)}${rest}`)).toBe(false);
  });

  test.each(['mira', '0', 'a.b_c=d-e/f+g'])('a new account may be called %s', (localpart) => {
    expect(isValidLocalpart(localpart)).toBe(true);
    expect(createUserId(localpart, server)).toBe(`@${localpart}:${server}`);
  });

  test.each(['', 'Mira', 'mïra', 'mi ra', 'mira:', 'mira\n', 'a*', 'раypal'])(
    'a new account may not be called %j',
    (localpart) => {
      expect(isValidLocalpart(localpart)).toBe(false);
      expect(createUserId(localpart, server)).toBeNull();
    },
  );

  test('a new account may not have a name too long for its server', () => {
    expect(createUserId('a'.repeat(240), server)).toBe(`@${'a'.repeat(240)}:${server}`);
    expect(createUserId('a'.repeat(241), server)).toBeNull();
  });
});

describe('room and event ids', () => {
  test('are a sigil and an unpadded url-safe SHA-256', () => {
    expect(isEventId(`$${HASH}`)).toBe(true);
    expect(isRoomId(`!${HASH}`)).toBe(true);
  });

  test.each([
    HASH,
    `$${HASH}=`,
    `$${HASH.slice(1)}`,
    `$${HASH.replace('-', '+')}`,
    `$${HASH}\n`,
    `!${HASH}`,
    42,
  ])('%j is no event id', (value) => {
    expect(isEventId(value)).toBe(false);
  });

  test.each([HASH, `$${HASH}`, `!${HASH}:sotto.example`, '!x:sotto.example', '!', null])(
    '%j is no room id',
    (value) => {
      expect(isRoomId(value)).toBe(false);
    },
  );

  test('a room is named after its create event', () => {
    const eventId = `$${HASH}` as EventId;

    const roomId = roomIdOfCreateEvent(eventId);

    expect(roomId).toBe(`!${HASH}`);
    expect(createEventIdOfRoom(roomId)).toBe(eventId);
  });
});

describe('content addresses', () => {
  test('come apart into server and media id', () => {
    expect(parseMxcUri('mxc://sotto.example:8448/Ab_9-z')).toEqual({
      serverName: 'sotto.example:8448',
      mediaId: 'Ab_9-z',
    });
    expect(isMxcUri('mxc://[::1]:80/a')).toBe(true);
  });

  test.each([
    'mxc://sotto.example/',
    'mxc://sotto.example',
    'mxc:///abc',
    'mxc://sotto.example/a/b',
    'mxc://127.0.0.1/../../../etc/passwd',
    'mxc://sotto.example/..',
    'mxc://sotto.example/a.b',
    'mxc://sotto.example/%2e%2e',
    'mxc://sotto.example/abc?x',
    'mxc://../abc',
    'mxc://./abc',
    'mxc://.a/abc',
    'mxc://a..b/abc',
    'mxc://so tto/abc',
    'MXC://sotto.example/abc',
    'http://sotto.example/abc',
    ' mxc://sotto.example/abc',
    `mxc://sotto.example/${'a'.repeat(256)}`,
  ])('%s is none', (text) => {
    expect(parseMxcUri(text)).toBeNull();
  });
});

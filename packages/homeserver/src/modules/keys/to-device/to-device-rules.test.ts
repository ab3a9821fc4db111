import type { Refusal } from '@sotto/kit';
import type { DeviceId, JsonObject, UserId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import {
  addressMessages,
  checkMessages,
  checkShares,
  CONTENT_BYTES_MAX,
  findHeaviest,
  QUEUED_MAX,
  QUEUED_PER_SENDER_MAX,
  RECIPIENTS_MAX,
  type QueueShare,
} from './to-device-rules.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;
const noor = '@noor:sotto.test' as UserId;
const phone = 'PHONE' as DeviceId;
const laptop = 'LAPTOP' as DeviceId;

function answerOf(check: () => unknown): string {
  try {
    check();
    return 'ok';
  } catch (cause) {
    return (cause as Refusal).code;
  }
}

describe('who gets what', () => {
  const devices = [
    { userId: mira, deviceId: phone },
    { userId: mira, deviceId: laptop },
  ];
  const a = { says: 'a' };
  const b = { says: 'b' };

  test.each([
    { says: 'a named device', messages: { [mira]: { PHONE: a } }, sent: [['PHONE', 'a']] },
    {
      says: 'all devices',
      messages: { [mira]: { '*': a } },
      sent: [
        ['PHONE', 'a'],
        ['LAPTOP', 'a'],
      ],
    },
    {
      says: 'all, but one of them something else',
      messages: { [mira]: { '*': a, LAPTOP: b } },
      sent: [
        ['PHONE', 'a'],
        ['LAPTOP', 'b'],
      ],
    },
    { says: 'an unknown device', messages: { [mira]: { NOSUCH: a } }, sent: [] },
    { says: 'an unknown person', messages: { [jonas]: { '*': a } }, sent: [] },
    { says: 'a name of every object', messages: { [mira]: { constructor: a } }, sent: [] },
    { says: 'nobody', messages: {}, sent: [] },
  ])('$says', ({ messages, sent }) => {
    const addressed = addressMessages(messages, devices);

    expect(addressed.map(({ deviceId, content }) => [deviceId, content['says']])).toEqual(sent);
  });

  test.each([
    { count: RECIPIENTS_MAX, answer: 'ok' },
    { count: RECIPIENTS_MAX + 1, answer: 'too_many_recipients' },
  ])('$count devices behind one star: $answer', ({ count, answer }) => {
    const many = Array.from({ length: count }, (_, id) => ({
      userId: mira,
      deviceId: `D${id}` as DeviceId,
    }));

    expect(answerOf(() => addressMessages({ [mira]: { '*': a } }, many))).toBe(answer);
  });
});

describe('what may be said at once', () => {
  const contentOf = (bytes: number): JsonObject => ({
    text: 'x'.repeat(bytes - '{"text":""}'.length),
  });

  test.each([
    { says: 'a message at the limit', content: contentOf(CONTENT_BYTES_MAX), answer: 'ok' },
    {
      says: 'one byte over',
      content: contentOf(CONTENT_BYTES_MAX + 1),
      answer: 'to_device_too_large',
    },
    {
      says: 'as many signs, but more bytes',
      content: { text: 'ü'.repeat(CONTENT_BYTES_MAX - 20) },
      answer: 'to_device_too_large',
    },
  ])('$says: $answer', ({ content, answer }) => {
    expect(answerOf(() => checkMessages({ [mira]: { PHONE: content } }))).toBe(answer);
  });

  test.each([
    { count: RECIPIENTS_MAX, answer: 'ok' },
    { count: RECIPIENTS_MAX + 1, answer: 'too_many_recipients' },
  ])('$count named devices: $answer', ({ count, answer }) => {
    const byDevice = Object.fromEntries(
      Array.from({ length: count - 1 }, (_, id) => [`D${id}`, {}]),
    );

    expect(answerOf(() => checkMessages({ [mira]: byDevice, [jonas]: { PHONE: {} } }))).toBe(
      answer,
    );
  });
});

describe('a full queue', () => {
  const share = (sender: UserId, queued: number, deviceId = phone): QueueShare => ({
    userId: mira,
    deviceId,
    sender,
    queued,
  });

  test.each([
    { says: 'nothing waiting', shares: [], answer: 'ok' },
    { says: 'the last one', shares: [share(jonas, QUEUED_PER_SENDER_MAX - 1)], answer: 'ok' },
    {
      says: 'one too many',
      shares: [share(jonas, QUEUED_PER_SENDER_MAX)],
      answer: 'to_device_queue_full',
    },
    { says: "others' messages", shares: [share(noor, QUEUED_PER_SENDER_MAX)], answer: 'ok' },
    {
      says: 'one too many on one of two devices',
      shares: [share(jonas, 1), share(jonas, QUEUED_PER_SENDER_MAX, laptop)],
      answer: 'to_device_queue_full',
    },
  ])('a sender with $says: $answer', ({ shares, answer }) => {
    expect(answerOf(() => checkShares(shares, jonas))).toBe(answer);
  });

  test.each([
    { says: 'one message of room', shares: [share(jonas, QUEUED_MAX - 1)], heaviest: [] },
    {
      says: 'no room',
      shares: [share(noor, 1), share(jonas, QUEUED_MAX - 2), share(mira, 1)],
      heaviest: [jonas],
    },
    {
      says: 'room on one device only',
      shares: [share(noor, QUEUED_MAX), share(jonas, QUEUED_MAX - 1, laptop)],
      heaviest: [noor],
    },
  ])('with $says, whoever has most waiting makes it', ({ shares, heaviest }) => {
    expect(findHeaviest(shares).map(({ sender }) => sender)).toEqual(heaviest);
  });
});

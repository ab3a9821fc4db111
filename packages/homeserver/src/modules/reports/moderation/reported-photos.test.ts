import { FRANK_FIELD } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice, TestHomeserver } from '../../../testing/homeserver.ts';
import { answer, ask, join, startWith, V3 } from '../../../testing/people.ts';
import {
  act,
  details,
  makeModerator,
  newKey,
  prove,
  redact,
  report,
  reportedPhoto,
  sendEncrypted,
  sendFranked,
  type Content,
  type Sent,
} from '../testing.ts';

const MISSING = '404 M_NOT_FOUND';
const BYTES = 'encrypted bytes of a photo';
const DAY_MS = 86_400_000;

/** What an encrypting client says of a photo. */
function photo(url: string, more: Content = {}): Content {
  return { msgtype: 'm.image', body: 'fist.jpg', file: { url, v: 'v2', iv: 'iv' }, ...more };
}

describeEachDatabase('photos in reports', (open) => {
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'noor', 'ada']);
    await makeModerator(all.server, 'ada');
    const roomId = await ask(all.mira, all.jonas);
    await join(all.jonas, roomId);
    return { ...all, roomId };
  }

  async function upload(
    { server }: TestHomeserver,
    { accessToken }: TestDevice,
    payload = BYTES,
  ): Promise<string> {
    const reply = await server.app.inject({
      method: 'POST',
      url: '/_matrix/media/v3/upload',
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/octet-stream',
      },
      payload,
    });
    return reply.json().content_uri;
  }

  async function reported(by: TestDevice, roomId: string, sent: Sent): Promise<string> {
    return (await prove(by, roomId, sent)).body['app.sotto.report_id'];
  }

  test('a moderator is given the bytes of what was proven, and no browser keeps them', async () => {
    const { server, mira, jonas, ada, roomId } = await setUp();
    const sent = await sendFranked(mira, roomId, photo(await upload(server, mira)));
    const id = await reported(jonas, roomId, sent);

    const reply = await server.server.app.inject({
      url: `/_matrix/client/unstable/app.sotto/moderation/reports/${id}/photos/${encodeURIComponent(sent.eventId)}`,
      headers: { authorization: `Bearer ${ada.accessToken}` },
    });

    expect([reply.statusCode, reply.payload]).toEqual([200, BYTES]);
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': expect.stringContaining('attachment'),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
  });

  test('also after it was unsent, of a further message, and where nothing was encrypted', async () => {
    const { server, mira, jonas, ada, roomId } = await setUp();
    const text = await sendFranked(mira, roomId, 'For you.');
    const sent = await sendFranked(mira, roomId, photo(await upload(server, mira)));
    await redact(mira, roomId, sent.eventId);
    const more = [{ event_id: sent.eventId, [FRANK_FIELD]: sent.disclosure }];
    const first = await prove(jonas, roomId, text, { 'app.sotto.more': more });
    const url = await upload(server, mira);
    const plain = { msgtype: 'm.image', body: 'fist.jpg', url };
    const path = `${V3}/rooms/${roomId}/send/m.room.message/plain`;
    const { body } = await mira.call('PUT', path, plain);
    const second = await report(jonas, roomId, body.event_id);

    const replies = [
      await reportedPhoto(ada, first.body['app.sotto.report_id'], sent.eventId),
      await reportedPhoto(ada, second.body['app.sotto.report_id'], body.event_id),
      await reportedPhoto(ada, first.body['app.sotto.report_id'], text.eventId),
    ];

    expect(replies.map(answer)).toEqual(['200', '200', MISSING]);
  });

  test('nobody else is told anything, whatever they ask for', async () => {
    const { server, mira, jonas, noor, ada, roomId } = await setUp();
    const sent = await sendFranked(mira, roomId, photo(await upload(server, mira)));
    const id = await reported(jonas, roomId, sent);

    const replies = [];
    for (const by of [jonas, mira, noor]) {
      replies.push(await reportedPhoto(by, id, sent.eventId), await reportedPhoto(by, 'no', '$no'));
    }
    await makeModerator(server, 'ada', false);
    replies.push(await reportedPhoto(ada, id, sent.eventId));

    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(replies.map(answer))).toEqual(new Set(['403 M_FORBIDDEN']));
  });

  test('a moderator reads nothing by it but what was reported', async () => {
    const { server, mira, jonas, noor, ada, roomId } = await setUp();
    const sent = await sendFranked(mira, roomId, photo(await upload(server, mira)));
    const unreported = await sendFranked(mira, roomId, photo(await upload(server, mira)));
    const id = await reported(jonas, roomId, sent);
    const secret = await upload(server, noor);
    const direct = await ask(noor, mira);
    await join(mira, direct);
    const other = await reported(noor, direct, await sendFranked(mira, direct, 'Hello'));

    const asked = [
      await reportedPhoto(ada, id, unreported.eventId),
      await reportedPhoto(ada, id, secret),
      await reportedPhoto(ada, id, secret.slice('mxc://sotto.test/'.length)),
      await reportedPhoto(ada, other, sent.eventId),
      await reportedPhoto(ada, `${id}/../${id}`, sent.eventId),
      await reportedPhoto(ada, 'nothing', sent.eventId),
    ];

    expect(asked.map(({ status }) => status)).not.toContain(200);
    expect(new Set(asked.map(answer))).toEqual(new Set([MISSING]));
  });

  describe('an address somebody writes into a report gives out nothing', () => {
    test.each([
      ['of somebody else', 'noor', {}],
      ['of the reporter', 'jonas', {}],
      ['of somebody else, unencrypted', 'noor', { file: undefined }],
      ['of somebody else, in an edit', 'noor', { edited: true }],
    ])(
      'proven to have been sent, but %s',
      async (_, owner, { edited = false, ...more }: Tricks) => {
        const { server, mira, jonas, noor, ada, roomId } = await setUp();
        const url = await upload(server, owner === 'noor' ? noor : jonas);
        const own = photo(await upload(server, mira));
        const foreign =
          'file' in more ? { msgtype: 'm.image', body: 'x', url } : { ...photo(url), ...more };
        const content = edited ? { ...own, 'm.new_content': foreign } : foreign;
        const sent = await sendFranked(mira, roomId, content);
        const id = await reported(jonas, roomId, sent);

        const { messages } = (await details(ada, id)).body;
        expect(messages[0].proof).toBe('proven');
        expect(answer(await reportedPhoto(ada, id, sent.eventId))).toBe(MISSING);
      },
    );

    test('claimed of a message that nothing is proven about, not even of the same person', async () => {
      const { server, mira, jonas, ada, roomId } = await setUp();
      const kept = await upload(server, mira);
      const { body } = await sendEncrypted(mira, roomId);
      const claim = { type: 'm.room.message', content: photo(kept) };
      const filed = await report(jonas, roomId, body.event_id, { [FRANK_FIELD]: claim });
      const id = filed.body['app.sotto.report_id'];

      expect((await details(ada, id)).body.messages[0].proof).toBe('claimed');
      expect(answer(await reportedPhoto(ada, id, body.event_id))).toBe(MISSING);
    });

    test('made up: the report is refused, and there is nothing to ask for', async () => {
      const { server, mira, jonas, roomId } = await setUp();
      const sent = await sendFranked(mira, roomId, photo(await upload(server, mira)));
      const lie = { ...sent.disclosure, content: photo(await upload(server, mira)) };
      const guess = { ...lie, key: newKey() };

      const replies = [
        await report(jonas, roomId, sent.eventId, { [FRANK_FIELD]: lie }),
        await report(jonas, roomId, sent.eventId, { [FRANK_FIELD]: guess }),
      ];

      expect(new Set(replies.map(answer))).toEqual(new Set(['400 APP.SOTTO.PROOF_INVALID']));
    });

    test.each([
      'mxc://elsewhere.test/aaaaaaaaaaaaaaaaaaaaaaaa',
      'mxc://sotto.test/../../../etc/passwd',
      'mxc://sotto.test/%2e%2e%2f',
      'mxc://sotto.test/',
      'https://sotto.test/photo.jpg',
      '',
    ])('%s', async (url) => {
      const { mira, jonas, ada, roomId } = await setUp();
      const sent = await sendFranked(mira, roomId, photo(url));
      const id = await reported(jonas, roomId, sent);

      expect(answer(await reportedPhoto(ada, id, sent.eventId))).toBe(MISSING);
    });
  });

  test('files that are no photos, and contents of odd forms, are not given out', async () => {
    const { server, mira, jonas, ada, roomId } = await setUp();
    const url = await upload(server, mira);
    const answers: string[] = [];
    for (const content of [
      photo(url, { msgtype: 'm.file' }),
      photo(url, { msgtype: 'm.text' }),
      photo(url, { file: null }),
      photo(url, { file: [url] }),
      photo(url, { file: { url: [url] } }),
    ]) {
      const sent = await sendFranked(mira, roomId, content);
      const id = await reported(jonas, roomId, sent);
      answers.push(answer(await reportedPhoto(ada, id, sent.eventId)));
    }

    expect(new Set(answers)).toEqual(new Set([MISSING]));
  });

  test('what was reported is forgotten, and its photo is with it', async () => {
    const { server, mira, jonas, roomId } = await setUp();
    const sent = await sendFranked(mira, roomId, photo(await upload(server, mira)));
    const id = await reported(jonas, roomId, sent);
    const ada = await server.signIn('ada');
    await act(ada, id, { action: 'dismiss' });
    const before = await reportedPhoto(ada, id, sent.eventId);

    server.clock.advanceMs(181 * DAY_MS);
    await server.server.reports.sweep();

    const later = await reportedPhoto(await server.signIn('ada'), id, sent.eventId);
    expect([before, later].map(answer)).toEqual(['200', MISSING]);
  });
});

interface Tricks {
  readonly edited?: boolean;
  readonly file?: undefined;
}

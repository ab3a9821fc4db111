import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { block, join, setContact, V3 } from '../../../testing/people.ts';
import { createRoom, startWithMinor } from './testing.ts';

const MEDIA = '/_matrix/client/v1/media';
/** The smallest GIF there is. */
const PICTURE = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const GONE = '404 M_NOT_FOUND';

describeEachDatabase('photos and files for a minor', (open) => {
  async function setUp() {
    const started = await startWithMinor(open);
    const { app } = started.server.server;

    async function request(by: TestDevice, method: 'GET' | 'POST' | 'PUT', url: string) {
      const isUpload = method !== 'GET';
      const response = await app.inject({
        method,
        url,
        headers: {
          authorization: `Bearer ${by.accessToken}`,
          ...(isUpload && { 'content-type': 'image/gif' }),
        },
        ...(isUpload && { payload: PICTURE }),
      });
      const isJson = String(response.headers['content-type']).startsWith('application/json');
      return { status: response.statusCode, body: isJson ? response.json() : null };
    }

    /** `server/mediaId`. */
    async function upload(by: TestDevice): Promise<string> {
      const { body } = await request(by, 'POST', '/_matrix/media/v3/upload');
      return String(body.content_uri).slice('mxc://'.length);
    }

    /** What each of the ways to a file says, in a word or two. */
    async function fetchAll(by: TestDevice, address: string): Promise<string[]> {
      const paths = [
        `download/${address}`,
        `download/${address}/holiday.gif`,
        `download/${address}?allow_remote=true&timeout_ms=1`,
        `thumbnail/${address}?width=32&height=32&method=crop`,
        `thumbnail/${address}?width=800&height=600&method=scale&animated=true`,
      ];
      const said = [];
      for (const path of paths) {
        const { status, body } = await request(by, 'GET', `${MEDIA}/${path}`);
        said.push(status === 200 ? '200' : `${status} ${body?.errcode}`);
      }
      return said;
    }

    return { ...started, app, request, upload, fetchAll };
  }

  const every = (answer: string) => Array.from({ length: 5 }, () => answer);

  test('what a stranger has uploaded is not there, by any way to it', async () => {
    const { mira, jonas, noor, upload, fetchAll } = await setUp();
    const address = await upload(jonas);

    expect(await fetchAll(mira, address)).toEqual(every(GONE));
    expect(await fetchAll(noor, address)).toEqual(every('200'));
    expect(await fetchAll(jonas, address)).toEqual(every('200'));
  });

  test('nothing tells it from an address that never was, nor from one that waits', async () => {
    const { mira, jonas, request, upload } = await setUp();
    const there = await upload(jonas);
    const never = `${there.split('/')[0]}/AAAAAAAAAAAAAAAAAAAAAAAA`;
    const reserved = await jonas.call('POST', '/_matrix/media/v1/create', {});
    const waiting = String(reserved.body.content_uri).slice('mxc://'.length);

    const seen = [];
    for (const address of [there, never, waiting]) {
      seen.push(await request(mira, 'GET', `${MEDIA}/download/${address}`));
    }

    expect(seen[0]?.status).toBe(404);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('a common group makes nobody known: what they upload there is not there', async () => {
    const { mira, jonas, noor, upload, fetchAll } = await setUp();
    await setContact(mira, noor, { contact: true });
    const roomId = await createRoom(noor, { invite: [mira.userId, jonas.userId] });
    await join(jonas, roomId);

    const [known, unknown] = [await upload(noor), await upload(jonas)];

    expect(await fetchAll(mira, known)).toEqual(every('200'));
    expect(await fetchAll(mira, unknown)).toEqual(every(GONE));
  });

  test('who is followed or a contact is seen, and their own', async () => {
    const { mira, jonas, noor, upload, fetchAll } = await setUp();
    await setContact(mira, jonas, { follows: true });
    await setContact(mira, noor, { contact: true });

    for (const by of [mira, jonas, noor]) {
      expect(await fetchAll(mira, await upload(by))).toEqual(every('200'));
    }
  });

  test('following the minor, another name, a new upload and a reserved address change nothing', async () => {
    const { mira, jonas, request, upload, fetchAll } = await setUp();
    await setContact(jonas, mira, { follows: true, contact: true });
    await jonas.call('PUT', `${V3}/profile/${jonas.userId}/displayname`, { displayname: 'Noor' });
    const reserved = await jonas.call('POST', '/_matrix/media/v1/create', {});
    const later = String(reserved.body.content_uri).slice('mxc://'.length);
    await request(jonas, 'PUT', `/_matrix/media/v3/upload/${later}`);

    for (const address of [await upload(jonas), await upload(jonas), later]) {
      expect(await fetchAll(mira, address)).toEqual(every(GONE));
    }
  });

  test('a stranger’s profile picture is a stranger’s picture', async () => {
    const { mira, jonas, upload, fetchAll } = await setUp();
    const address = await upload(jonas);
    const avatar = { avatar_url: `mxc://${address}` };

    await jonas.call('PUT', `${V3}/profile/${jonas.userId}/avatar_url`, avatar);

    expect(await fetchAll(mira, address)).toEqual(every(GONE));
  });

  test('naming a stranger’s file in a contact’s message does not make it the contact’s', async () => {
    const { mira, jonas, noor, upload, fetchAll } = await setUp();
    await setContact(mira, noor, { contact: true });
    const [theirs, forwarded] = [await upload(jonas), await upload(noor)];
    const roomId = await createRoom(noor, { invite: [mira.userId] });
    const content = { msgtype: 'm.image', body: 'x', url: `mxc://${theirs}` };

    await noor.call('PUT', `${V3}/rooms/${roomId}/send/m.room.message/1`, content);

    expect(await fetchAll(mira, theirs)).toEqual(every(GONE));
    // What a contact sends on is uploaded by the contact, and theirs to answer for.
    expect(await fetchAll(mira, forwarded)).toEqual(every('200'));
  });

  test('let go or blocked again, what they had sent is gone too, as soon as that is answered', async () => {
    const { mira, jonas, upload, fetchAll } = await setUp();
    await setContact(mira, jonas, { follows: true });
    const address = await upload(jonas);
    const before = await fetchAll(mira, address);

    await setContact(mira, jonas, { follows: false });

    expect(before).toEqual(every('200'));
    expect(await fetchAll(mira, address)).toEqual(every(GONE));
  });

  test('what the browser has kept is asked for in vain', async () => {
    const { mira, jonas, app, upload } = await setUp();
    const address = await upload(jonas);
    const url = `${MEDIA}/download/${address}`;
    const asked = await app.inject({
      url,
      headers: { authorization: `Bearer ${jonas.accessToken}` },
    });
    const etag = String(asked.headers['etag']);

    for (const more of [{ 'if-none-match': etag }, { range: 'bytes=0-9' }]) {
      const headers = { authorization: `Bearer ${mira.accessToken}`, ...more };
      expect((await app.inject({ url, headers })).statusCode).toBe(404);
    }
  });

  test('a contact who is blocked is no stranger to photos, but says nothing any more', async () => {
    const { mira, noor, upload, fetchAll } = await setUp();
    await setContact(mira, noor, { contact: true });
    const address = await upload(noor);

    await block(mira, noor);

    expect(await fetchAll(mira, address)).toEqual(every('200'));
  });

  test('coming of age opens all of it', async () => {
    const { server, mira, jonas, upload, fetchAll } = await setUp();
    const address = await upload(jonas);

    server.clock.advanceMs(Date.UTC(2028, 5, 1) - server.clock.nowMs());

    expect(await fetchAll(mira, address)).toEqual(every('200'));
  });
});

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { answer, MEDIA, startMedia, UPLOAD_BYTES_MAX } from './testing.ts';

describeEachDatabase('media', (open) => {
  test('what one person uploads, another downloads', async () => {
    const { keep, get, listFiles } = await startMedia(open);
    const body = Buffer.from([0, 1, 2, 253, 254, 255]);

    const address = await keep({ body, type: 'image/png', name: 'Käse.png' });

    const reply = await get(`${MEDIA}/download/${address}`);
    expect(address).toMatch(/^sotto\.test\/[A-Za-z0-9_-]{24}$/);
    expect(reply).toMatchObject({ status: 200, body });
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '6',
      'content-disposition': `inline; filename="K_se.png"; filename*=UTF-8''K%C3%A4se.png`,
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(await listFiles('incoming')).toEqual([]);
  });

  test('without a name and a type it is an attachment of unknown type', async () => {
    const { keep, get } = await startMedia(open);

    const { headers } = await get(`${MEDIA}/download/${await keep({ body: 'bytes' })}`);

    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
    });
  });

  test('the name in the address takes the place of the uploader’s', async () => {
    const { keep, get } = await startMedia(open);
    const address = await keep({ body: 'bytes', type: 'text/plain', name: 'secret.txt' });

    const { headers } = await get(`${MEDIA}/download/${address}/other%20name.txt`);

    expect(headers['content-disposition']).toBe('attachment; filename="other name.txt"');
    expect(headers['content-type']).toBe('text/plain');
  });

  test('an empty file is a file', async () => {
    const { keep, get } = await startMedia(open);

    const reply = await get(`${MEDIA}/download/${await keep({ body: '' })}`);

    expect(reply.status).toBe(200);
    expect(reply.headers['content-length']).toBe('0');
  });

  test('a player may ask for any part of a file', async () => {
    const { keep, get } = await startMedia(open);
    const path = `${MEDIA}/download/${await keep({ body: '0123456789', type: 'video/mp4' })}`;

    const middle = await get(path, { range: 'bytes=2-4' });
    const end = await get(path, { range: 'bytes=-2' });
    const beyond = await get(path, { range: 'bytes=10-' });

    expect(middle).toMatchObject({ status: 206, body: Buffer.from('234') });
    expect(middle.headers).toMatchObject({
      'content-range': 'bytes 2-4/10',
      'content-length': '3',
      'content-type': 'video/mp4',
    });
    expect(end).toMatchObject({ status: 206, body: Buffer.from('89') });
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe('bytes */10');
  });

  test('who has it already is told so, and a stale part is not mixed with it', async () => {
    const { keep, get } = await startMedia(open);
    const path = `${MEDIA}/download/${await keep({ body: '0123456789' })}`;
    const etag = String((await get(path)).headers['etag']);

    const again = await get(path, { 'if-none-match': `"other", W/${etag}` });
    const samePart = await get(path, { range: 'bytes=0-0', 'if-range': etag });
    const stalePart = await get(path, { range: 'bytes=0-0', 'if-range': '"other"' });

    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect([samePart.status, stalePart.status]).toEqual([206, 200]);
  });

  test('the limit is told, and holds at the byte', async () => {
    const { mira, upload, get, listFiles } = await startMedia(open);

    const told = await get(`${MEDIA}/config`);
    const fits = await upload(mira, { body: Buffer.alloc(UPLOAD_BYTES_MAX) });
    const tooLarge = await upload(mira, { body: Buffer.alloc(UPLOAD_BYTES_MAX + 1) });

    expect(told.body).toEqual({ 'm.upload.size': UPLOAD_BYTES_MAX });
    expect([answer(fits), answer(tooLarge)]).toEqual(['200 ok', '413 M_TOO_LARGE']);
    expect(await listFiles()).toHaveLength(1);
  });

  test('every use wants a signed-in device', async () => {
    const { server, keep } = await startMedia(open);
    const address = await keep({ body: 'bytes' });

    const replies = [
      await server.call('POST', '/_matrix/media/v3/upload', {}),
      await server.call('POST', '/_matrix/media/v1/create', {}),
      await server.call('PUT', `/_matrix/media/v3/upload/${address}`, {}),
      await server.call('GET', `${MEDIA}/download/${address}`),
      await server.call('GET', `${MEDIA}/download/${address}/name`),
      await server.call('GET', `${MEDIA}/thumbnail/${address}?width=32&height=32`),
      await server.call('GET', `${MEDIA}/config`),
    ];

    expect(replies.map(answer)).toEqual(replies.map(() => '401 M_MISSING_TOKEN'));
  });

  test('the addresses of before authentication are gone', async () => {
    const { server, keep, get } = await startMedia(open);
    const address = await keep({ body: 'bytes', type: 'image/png' });
    const paths = [
      `download/${address}`,
      `download/${address}/name.png`,
      `thumbnail/${address}?width=32&height=32`,
      'config',
      'preview_url?url=http%3A%2F%2Flocalhost',
    ].flatMap((path) => [`/_matrix/media/v3/${path}`, `/_matrix/media/r0/${path}`]);

    const replies = paths.flatMap((path) => [get(path), server.call('GET', path)]);

    const answers = (await Promise.all(replies)).map(answer);
    expect(answers).toEqual(replies.map(() => '404 M_UNRECOGNIZED'));
  });

  test('a file that is missing from the disk is not found', async () => {
    const { keep, get, mediaDir } = await startMedia(open);
    const address = await keep({ body: 'bytes' });

    await rm(join(mediaDir, 'files'), { recursive: true });

    expect(answer(await get(`${MEDIA}/download/${address}`))).toBe('404 M_NOT_FOUND');
  });

  test('the bytes on the disk are the bytes that came', async () => {
    const { mediaDir, keep, listFiles } = await startMedia(open);

    await keep({ body: 'exactly this' });

    const [name = ''] = await listFiles('files');
    const path = join(mediaDir, 'files', name.slice(0, 2), name);
    expect(await readFile(path, 'utf8')).toBe('exactly this');
  });

  describe('an address given out before the upload', () => {
    async function reserve() {
      const started = await startMedia(open);
      const { body } = await started.mira.call('POST', '/_matrix/media/v1/create');
      const address = String(body.content_uri).slice('mxc://'.length);
      return { ...started, body, address };
    }

    test('answers once something was uploaded there', async () => {
      const { server, mira, upload, get, address, body } = await reserve();

      const before = await get(`${MEDIA}/download/${address}?timeout_ms=0`);
      const done = await upload(mira, { body: 'late', type: 'text/plain', to: address });

      expect(body.unused_expires_at).toBe(server.clock.nowMs() + 86_400_000);
      expect(answer(before)).toBe('504 M_NOT_YET_UPLOADED');
      expect(done).toMatchObject({ status: 200, body: {} });
      expect((await get(`${MEDIA}/download/${address}`)).body.toString()).toBe('late');
    });

    test('takes one upload, also when two come at once', async () => {
      const { mira, upload, get, listFiles, address } = await reserve();

      const both = await Promise.all([
        upload(mira, { body: 'one', to: address }),
        upload(mira, { body: 'two', to: address }),
      ]);
      const later = await upload(mira, { body: 'three', to: address });

      expect(both.map(answer).sort()).toEqual(['200 ok', '409 M_CANNOT_OVERWRITE_MEDIA']);
      expect(answer(later)).toBe('409 M_CANNOT_OVERWRITE_MEDIA');
      const winner = answer(both[0]) === '200 ok' ? 'one' : 'two';
      expect((await get(`${MEDIA}/download/${address}`)).body.toString()).toBe(winner);
      expect(await listFiles()).toHaveLength(1);
    });

    test('is for the person who asked for it', async () => {
      const { jonas, upload, get, address } = await reserve();

      const foreign = await upload(jonas, { body: 'mine', to: address });

      expect(answer(foreign)).toBe('403 M_FORBIDDEN');
      expect(answer(await get(`${MEDIA}/download/${address}`))).toBe('504 M_NOT_YET_UPLOADED');
    });

    test('is forgotten after a day', async () => {
      const { server, mira, upload, get, address } = await reserve();

      server.clock.advanceMs(86_400_000);

      const replies = [
        await upload(mira, { body: 'late', to: address }),
        await get(`${MEDIA}/download/${address}`),
      ];
      expect(replies.map(answer)).toEqual(['404 M_NOT_FOUND', '404 M_NOT_FOUND']);
    });

    test('is one of fifty at most, until one is used or forgotten', async () => {
      const { server, mira, upload, address } = await reserve();
      const ask = () => mira.call('POST', '/_matrix/media/v1/create');
      for (let count = 1; count < 49; count += 1) await ask();

      const fiftieth = await ask();
      const more = await ask();
      await upload(mira, { body: 'used', to: address });
      const afterUse = await ask();
      server.clock.advanceMs(86_400_000);
      const afterADay = await ask();

      expect([fiftieth, more, afterUse, afterADay].map(answer)).toEqual([
        '200 ok',
        '429 M_LIMIT_EXCEEDED',
        '200 ok',
        '200 ok',
      ]);
    });
  });
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createManualClock, invariant } from '@sotto/kit';
import { parseMxcUri, type ServerName, type UserId } from '@sotto/protocol';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { systemRandom } from '../../random.ts';
import { openDatabase } from '../../storage/index.ts';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { openMediaService } from './service.ts';

const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;

describeEachDatabase('what one person may upload in all', (open) => {
  async function setUp() {
    const storage = await open();
    const db = await openDatabase({ ...storage, onIdleError: () => undefined });
    onTestFinished(() => db.close());
    const media = await openMediaService(
      {
        db,
        clock: createManualClock(),
        serverName: 'sotto.test' as ServerName,
        log: pino({ level: 'silent' }),
        random: systemRandom,
        isKeptFrom: () => false,
      },
      { dataDir: storage.dataDir, uploadBytesMax: 100, userBytesMax: 100 },
    );
    const bodyOf = (userId: UserId, bytes: number, bytesAnnounced: number) => ({
      userId,
      body: Readable.from([Buffer.alloc(bytes)]),
      bytesAnnounced,
      contentType: undefined,
      fileName: undefined,
    });
    const upload = (userId: UserId, bytes: number, bytesAnnounced = bytes) =>
      media.upload(bodyOf(userId, bytes, bytesAnnounced));
    /** An upload to an address that was reserved before. */
    const uploadLater = async (userId: UserId, bytes: number) => {
      const { uri } = await media.reserve(userId);
      const address = parseMxcUri(uri);
      invariant(address, 'an address that was just given out');
      return () => media.uploadTo(address, bodyOf(userId, bytes, bytes));
    };
    const listFiles = async () => {
      const folder = join(storage.dataDir, 'media');
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    };
    return { upload, uploadLater, listFiles };
  }

  test('holds at the byte, and for each person alone', async () => {
    const { upload } = await setUp();
    await upload(mira, 60);

    const tooMuch = upload(mira, 41);
    await expect(tooMuch).rejects.toMatchObject({ code: 'media_quota_reached' });
    await upload(mira, 40);
    const more = upload(mira, 1);

    await expect(more).rejects.toMatchObject({ code: 'media_quota_reached' });
    await expect(upload(jonas, 100)).resolves.toMatch(/^mxc:/);
  });

  test('is counted by what came, not by what was said would come', async () => {
    const { upload } = await setUp();
    await upload(mira, 60);

    const more = upload(mira, 41, 0);

    await expect(more).rejects.toMatchObject({ code: 'media_quota_reached' });
    await expect(upload(mira, 40, 0)).resolves.toMatch(/^mxc:/);
  });

  test('is held by uploads that arrive at once, and what is refused leaves no file', async () => {
    const { upload, listFiles } = await setUp();

    const uploads = Array.from({ length: 15 }, () => upload(mira, 30));
    const outcomes = await Promise.allSettled(uploads);

    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(12);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ reason: { code: 'media_quota_reached' } });
    }
    expect(await listFiles()).toHaveLength(3);
    await expect(upload(mira, 10)).resolves.toMatch(/^mxc:/);
  });

  test('is held at once with addresses that were reserved', async () => {
    const { upload, uploadLater, listFiles } = await setUp();
    const later = await Promise.all(Array.from({ length: 8 }, () => uploadLater(mira, 45)));

    const outcomes = await Promise.allSettled([
      ...later.map((send) => send()),
      ...later.map(() => upload(mira, 45)),
    ]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await listFiles()).toHaveLength(2);
    const unused = await uploadLater(mira, 11);
    await expect(unused()).rejects.toMatchObject({ code: 'media_quota_reached' });
    const fitting = await uploadLater(mira, 10);
    await expect(fitting()).resolves.toBeUndefined();
  });

  test('of one person is not used up by uploads of others at the same moment', async () => {
    const { upload } = await setUp();
    const people = Array.from({ length: 10 }, (_, index) => `@p${index}:sotto.test` as UserId);

    const outcomes = await Promise.allSettled(people.map((person) => upload(person, 100)));

    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});

import { Readable } from 'node:stream';
import { createManualClock } from '@sotto/kit';
import type { ServerName, UserId } from '@sotto/protocol';
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
      },
      { dataDir: storage.dataDir, uploadBytesMax: 100, userBytesMax: 100 },
    );
    const upload = (userId: UserId, bytes: number, bytesAnnounced = bytes) => {
      const body = Readable.from([Buffer.alloc(bytes)]);
      return media.upload({
        userId,
        body,
        bytesAnnounced,
        contentType: undefined,
        fileName: undefined,
      });
    };
    return { upload };
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
});

import '../support/sdk-in-node.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Account, PrivateNote } from '../../src/index.ts';
import { signIn } from '../support/person.ts';
import { start, value } from '../support/talk.ts';
import { until } from '../support/until.ts';
import { idOf, setUpThree } from './three-people.ts';

const untilNote = ({ people }: Account, about: Account): Promise<PrivateNote> =>
  until(people.notes, (notes) => notes?.get(idOf(about)));

test('a note is read on another device once it is unlocked, and by nobody else', async () => {
  const { server, mira, jonas, secondDevice } = await setUpThree();
  const note = { nickname: 'Joni from the choir', note: 'Allergic to walnuts.' };
  await start(mira.account, jonas.account);

  await value(mira.account.people.setNote(idOf(jonas.account), note));
  const here = await until(
    mira.account.conversations,
    ([first]) => first?.title === note.nickname && first,
  );
  const second = await secondDevice();

  expect(await untilNote(second, jonas.account)).toEqual(note);
  expect(here.person).toMatchObject({ displayName: note.nickname, ownName: 'Jonas' });
  await until(second.conversations, ([first]) => first?.title === note.nickname);
  const told = jonas.platform.requests.concat(mira.platform.requests).map(({ body }) => body);
  expect(told.join()).not.toContain('walnuts');
  const stored = await bytesIn(server.dataDir);
  expect(stored.includes('people_notes')).toBe(true);
  expect(stored.includes('walnuts')).toBe(false);
  expect(stored.includes('choir')).toBe(false);
});

/** All that the server has written, its database and its log of changes too. */
async function bytesIn(dir: string): Promise<Buffer> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
  );
}

test('what two devices write of two people at once is kept of both', async () => {
  const { mira, jonas, noor, secondDevice } = await setUpThree();
  const second = await secondDevice();
  const [joni, nora] = [
    { nickname: 'Joni', note: '' },
    { nickname: '', note: 'Knows Joni.' },
  ];
  await value(mira.account.people.setNote(idOf(jonas.account), { nickname: 'J', note: '' }));

  // The second device has not been told of the first one's note when it writes its own.
  await value(mira.account.people.setNote(idOf(jonas.account), joni));
  await value(second.people.setNote(idOf(noor.account), nora));

  for (const account of [mira.account, second]) {
    expect(await untilNote(account, noor.account)).toEqual(nora);
    expect(await untilNote(account, jonas.account)).toEqual(joni);
  }
  await value(second.people.setNote(idOf(noor.account), { nickname: ' ', note: '' }));
  await until(mira.account.people.notes, (notes) => notes?.size === 1);
});

test('notes outlive a new identity: a device that could read them seals them anew', async () => {
  const { server, mira, jonas } = await setUpThree();
  const note = { nickname: 'Joni', note: 'Plays the cello.' };
  await value(mira.account.people.setNote(idOf(jonas.account), note));
  const second = await signIn(server.baseUrl, 'mira');
  await value(second.account.startOver(mira.password));
  const account = await second.ready();
  await until(account.people.notes, (notes) => notes === null || undefined);

  const locked = await mira.locked();
  await value(locked.unlockWithCode(account.newRecoveryCode.get() ?? ''));

  expect(await untilNote(account, jonas.account)).toEqual(note);
});

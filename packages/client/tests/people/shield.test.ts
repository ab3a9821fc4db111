import '../support/sdk-in-node.ts';
import { expect, test, vi } from 'vitest';
import { accept, open, start, value } from '../support/talk.ts';
import { until } from '../support/until.ts';
import { idOf, setUpThree } from './three-people.ts';

test('the switch and whom I trust are the same on all my devices, and change one by one', async () => {
  const { mira, jonas, noor, secondDevice } = await setUpThree();
  const here = await mira.account.openShield();
  const there = await (await secondDevice()).openShield();

  expect(here.settings.get()).toEqual({ on: true, trusted: [] });
  await value(here.trust(idOf(jonas.account)));
  await value(here.setOn(false));
  await until(there.settings, ({ on }) => !on);
  await value(there.trust(idOf(noor.account)));
  await value(there.setOn(true));

  const both = await until(here.settings, (settings) => settings.on && settings);
  expect(both.trusted).toEqual([idOf(jonas.account), idOf(noor.account)]);
});

test('who began a conversation is known to both, also after a new name', async () => {
  const { mira, jonas } = await setUpThree();
  const { id } = (await start(jonas.account, mira.account)).summary.get();
  await accept(mira.account);
  const hers = await mira.account.openShield();
  const his = await jonas.account.openShield();

  const before = hers.findBeginning(id);
  await value(mira.account.setDisplayName('Mira K.'));
  const summary = open(jonas.account, id).summary;
  await until(summary, ({ title }) => title === 'Mira K.');

  expect(before?.byThem).toBe(true);
  expect(his.findBeginning(id)?.byThem).toBe(false);
  // Her coming is written over; the day of the conversation stands for it, which is no later.
  await vi.waitFor(() => {
    expect(hers.findBeginning(id)?.sinceMs).toBeLessThan(before?.sinceMs ?? 0);
  });
  expect(hers.homeDomain).toBe(idOf(mira.account).split(':').slice(1).join(':'));
});

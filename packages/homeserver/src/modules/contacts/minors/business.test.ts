import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import {
  answer,
  ask,
  join,
  membership,
  requestsOf,
  setAccountData,
  setContact,
  setRules,
  SOTTO,
  startDirect,
  startWith,
  V3,
} from '../../../testing/people.ts';
import { createRoom } from './testing.ts';

const FIELD = 'app.sotto.business';

describeEachDatabase('a business', (open) => {
  async function setUp() {
    const started = await startWith(open, ['mira', 'lumen', 'noor']);
    await started.server.server.accounts.setBusiness('lumen', true);
    return started;
  }

  test('is shown as one by its profile, to anybody', async () => {
    const { server, mira, lumen } = await setUp();

    const shown = await server.call('GET', `${V3}/profile/${lumen.userId}`);
    const field = await mira.call('GET', `${V3}/profile/${lumen.userId}/${FIELD}`);
    const person = await mira.call('GET', `${V3}/profile/${mira.userId}`);

    const card = await mira.call('GET', `${SOTTO}/people/${lumen.userId}`);
    expect(card.body).toMatchObject({ business: true });
    expect(shown.body).toMatchObject({ [FIELD]: true });
    expect(field.body).toEqual({ [FIELD]: true });
    expect(person.body).not.toHaveProperty([FIELD]);
  });

  test.each([true, false, 'yes', null])('nobody calls themselves one: %j', async (value) => {
    const { mira } = await setUp();
    const path = `${V3}/profile/${mira.userId}/${FIELD}`;

    const refused = await mira.call('PUT', path, { [FIELD]: value });

    expect(answer(refused)).toBe('403 M_FORBIDDEN');
    expect(refused.body.error).toBe('Only the operator of this server can say this.');
    expect((await mira.call('GET', path)).status).toBe(404);
  });

  test('and none stops being one by itself, or is made one by another', async () => {
    const { mira, lumen } = await setUp();
    const path = `${V3}/profile/${lumen.userId}/${FIELD}`;

    const tried = [
      await lumen.call('DELETE', path),
      await lumen.call('PUT', path, { [FIELD]: false }),
      await mira.call('PUT', path, { [FIELD]: false }),
    ];

    expect(tried.map(answer)).toEqual(tried.map(() => '403 M_FORBIDDEN'));
    expect((await mira.call('GET', path)).body).toEqual({ [FIELD]: true });
  });

  test('is asked like a stranger by default, and has a rule of its own', async () => {
    const { mira, lumen, noor } = await setUp();
    await ask(lumen, mira);
    const byDefault = (await requestsOf(mira)).requests;
    await setRules(noor, { business: 'reject' });

    const refused = await startDirect(lumen, noor);
    const person = await startDirect(mira, noor);

    expect(byDefault).toMatchObject([{ sender: lumen.userId, treatment: 'request' }]);
    expect([refused, person].map(answer)).toEqual(['403 M_INVITE_BLOCKED', '200']);
  });

  test('the rule of strangers is not that of businesses', async () => {
    const { mira, lumen, noor } = await setUp();
    await setRules(mira, { stranger: 'reject', business: 'accept' });

    const [business, person] = [await startDirect(lumen, mira), await startDirect(noor, mira)];

    expect(await membership(lumen, business.body.room_id, mira)).toBe('join');
    expect(answer(person)).toBe('403 M_INVITE_BLOCKED');
  });

  test('whatever lies closer decides: a contact, somebody followed, a group', async () => {
    const { mira, lumen, noor } = await setUp();
    await setRules(mira, { business: 'reject' });
    await setContact(mira, lumen, { follows: true });
    const followed = await startDirect(lumen, mira);
    await setRules(noor, { business: 'reject' });
    const group = await createRoom(mira, { invite: [noor.userId, lumen.userId] });
    await join(noor, group);
    await join(lumen, group);

    const inGroup = await startDirect(lumen, noor);

    expect([followed, inGroup].map(answer)).toEqual(['200', '200']);
  });

  test('somebody hidden from strangers is not there for it', async () => {
    const { mira, lumen } = await setUp();
    await setAccountData(mira, 'app.sotto.discoverability', { mode: 'hidden' });

    expect(answer(await startDirect(lumen, mira))).toBe('404 M_NOT_FOUND');
  });

  test('the operator takes it back, and of nobody it is refused', async () => {
    const { server, mira, lumen } = await setUp();

    await server.server.accounts.setBusiness('lumen', false);

    const { body } = await mira.call('GET', `${V3}/profile/${lumen.userId}`);
    expect(body).not.toHaveProperty([FIELD]);
    const nobody = server.server.accounts.setBusiness('nobody', true);
    await expect(nobody).rejects.toThrow('There is no such account.');
  });
});

import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT } from '../testing.ts';
import { PROFILE_BYTES_MAX } from './profile-rules.ts';

const profileOf = (userId: string) => `${CLIENT}/profile/${encodeURIComponent(userId)}`;

describeEachDatabase('profiles', (open) => {
  test('a new account has an empty one, and anyone may read it', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    expect(await home.call('GET', profileOf(mira.userId))).toMatchObject({ status: 200, body: {} });
    expect(await home.call('GET', `${profileOf(mira.userId)}/displayname`)).toMatchObject({
      status: 404,
      body: { errcode: 'M_NOT_FOUND' },
    });
  });

  test('each field is set, read, changed and taken away by itself', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const path = profileOf(mira.userId);
    const fields = {
      displayname: 'Mira 🌱',
      avatar_url: 'mxc://sotto.test/abc',
      'm.tz': 'Europe/Berlin',
      'org.example.links': [{ url: 'https://mira.test' }, null, 1],
    };

    for (const [name, value] of Object.entries(fields)) {
      const set = await mira.call('PUT', `${path}/${name}`, { [name]: value });
      expect(set).toMatchObject({ status: 200, body: {} });
      expect((await home.call('GET', `${path}/${name}`)).body).toEqual({ [name]: value });
    }
    expect((await home.call('GET', path)).body).toEqual(fields);

    await mira.call('PUT', `${path}/m.tz`, { 'm.tz': 'Asia/Tokyo' });
    expect((await home.call('GET', path)).body).toEqual({ ...fields, 'm.tz': 'Asia/Tokyo' });

    for (const name of Object.keys(fields)) {
      expect((await mira.call('DELETE', `${path}/${name}`)).status).toBe(200);
      expect((await home.call('GET', `${path}/${name}`)).status).toBe(404);
    }
    expect((await home.call('GET', path)).body).toEqual({});
    expect((await mira.call('DELETE', `${path}/m.tz`)).status).toBe(200);
  });

  test('older clients take a name or picture away by emptying it', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const path = profileOf(mira.userId);
    await mira.call('PUT', `${path}/displayname`, { displayname: 'Mira' });

    await mira.call('PUT', `${path}/displayname`, { displayname: '' });

    expect((await home.call('GET', path)).body).toEqual({});
  });

  test('only the owner writes', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const jonas = await home.signUp('jonas');
    const field = `${profileOf(mira.userId)}/displayname`;

    const forbidden = { status: 403, body: { errcode: 'M_FORBIDDEN' } };
    expect(await jonas.call('PUT', field, { displayname: 'fool' })).toMatchObject(forbidden);
    expect(await jonas.call('DELETE', field)).toMatchObject(forbidden);
    expect((await home.call('PUT', field, { displayname: 'fool' })).status).toBe(401);
    const respelled = `${profileOf('@MIRA:sotto.test')}/displayname`;
    expect(await mira.call('PUT', respelled, { displayname: 'x' })).toMatchObject(forbidden);
  });

  test('people who are not here have none', async () => {
    const home = await startHomeserver(open);

    for (const id of ['@nobody:sotto.test', '@mira:other.test', 'mira', '@mi\u0000ra:sotto.test']) {
      expect({ id, ...(await home.call('GET', profileOf(id))) }).toMatchObject({
        id,
        status: 404,
        body: { errcode: 'M_NOT_FOUND' },
      });
    }
  });

  test('what is wrong is refused and changes nothing', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const path = profileOf(mira.userId);
    const faults = [
      ['displayname', { avatar_url: 'mxc://sotto.test/abc' }, 'M_MISSING_PARAM'],
      ['displayname', { displayname: 'x'.repeat(257) }, 'M_INVALID_PARAM'],
      ['displayname', { displayname: 'evil\u202Egpj' }, 'M_INVALID_PARAM'],
      ['displayname', { displayname: null }, 'M_INVALID_PARAM'],
      ['displayname', { displayname: { $ne: '' } }, 'M_INVALID_PARAM'],
      ['avatar_url', { avatar_url: 'https://evil.test/x.svg' }, 'M_INVALID_PARAM'],
      ['custom', { custom: 1 }, 'M_INVALID_PARAM'],
      ['constructor', { constructor: 1 }, 'M_INVALID_PARAM'],
      [`a.${'b'.repeat(254)}`, {}, 'M_KEY_TOO_LARGE'],
      ['m.tz', [], 'M_BAD_JSON'],
      ['m.tz', '{"m.tz":', 'M_NOT_JSON'],
    ] as const;

    for (const [name, body, errcode] of faults) {
      const refused = await mira.call('PUT', `${path}/${name}`, body);
      const asked = { name, asked: body };
      expect({ ...asked, ...refused }).toMatchObject({ ...asked, status: 400, body: { errcode } });
    }
    expect((await home.call('GET', path)).body).toEqual({});
  });

  test('all fields together have 64 KiB, also when two are set at once', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const path = profileOf(mira.userId);
    const room = PROFILE_BYTES_MAX - JSON.stringify({ 'a.a': '' }).length;
    const set = (name: string, length: number) =>
      mira.call('PUT', `${path}/${name}`, { [name]: 'x'.repeat(length) });

    const over = await set('a.a', room + 1);
    const exact = await set('a.a', room);
    const name = await mira.call('PUT', `${path}/displayname`, { displayname: 'M' });
    await set('a.a', 0);
    const [left, right] = await Promise.all([set('a.b', 40_000), set('a.c', 40_000)]);

    const tooLarge = { status: 400, body: { errcode: 'M_PROFILE_TOO_LARGE' } };
    expect(over).toMatchObject(tooLarge);
    expect(exact.status).toBe(200);
    expect(name).toMatchObject(tooLarge);
    expect(new Set([left.status, right.status])).toEqual(new Set([200, 400]));
  });
});

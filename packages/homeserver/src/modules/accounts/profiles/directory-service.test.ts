import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import { CLIENT } from '../testing.ts';

async function rename(device: TestDevice, displayname: string): Promise<void> {
  const path = `${CLIENT}/profile/${device.userId}/displayname`;
  expect((await device.call('PUT', path, { displayname })).status).toBe(200);
}

async function search(device: TestDevice, term: string, limit?: number) {
  const form = { search_term: term, ...(limit === undefined ? {} : { limit }) };
  return (await device.call('POST', `${CLIENT}/user_directory/search`, form)).body;
}

async function find(device: TestDevice, term: string): Promise<string[]> {
  const { results } = await search(device, term, 50);
  return results.map((user: { user_id: string }) => user.user_id.slice(1).split(':')[0]);
}

describeEachDatabase('people search', (open) => {
  test('finds by any part of the id and the name, in any case, the closest first', async () => {
    const home = await startHomeserver(open);
    const noor = await home.signUp('noor');
    const mira = await home.signUp('mira');
    const samira = await home.signUp('samira');
    const jonas = await home.signUp('jonas');
    await rename(mira, 'Élodie Martin');
    await rename(samira, 'Sam');
    await rename(jonas, 'Jonas Mirabeau');

    expect(await find(noor, 'mira')).toEqual(['mira', 'jonas', 'samira']);
    expect(await find(noor, 'MIRA')).toEqual(['mira', 'jonas', 'samira']);
    expect(await find(noor, 'ＭＩＲＡ')).toEqual(['mira', 'jonas', 'samira']);
    expect(await find(noor, 'élo')).toEqual(['mira']);
    expect(await find(noor, 'E\u0301LODIE mar')).toEqual(['mira']);
    expect(await find(noor, 'beau')).toEqual(['jonas']);
    expect(await find(noor, '@samira:sotto.test')).toEqual(['samira']);
    expect(await find(noor, '@samira:other.test')).toEqual([]);
    expect(await find(noor, 'nobody')).toEqual([]);
  });

  test('shows name and picture as far as they are set', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    await rename(mira, 'Mira');
    const path = `${CLIENT}/profile/${mira.userId}/avatar_url`;
    await mira.call('PUT', path, { avatar_url: 'mxc://sotto.test/abc' });
    await home.signUp('miranda');

    expect(await search(mira, 'mira')).toEqual({
      results: [
        { user_id: mira.userId, display_name: 'Mira', avatar_url: 'mxc://sotto.test/abc' },
        { user_id: '@miranda:sotto.test' },
      ],
      limited: false,
    });
  });

  test('wildcards and quotes are ordinary signs', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const jonas = await home.signUp('jonas');
    await rename(mira, '100% _mira_');

    expect(await find(jonas, '%')).toEqual(['mira']);
    expect(await find(jonas, '0%')).toEqual(['mira']);
    expect(await find(jonas, '_')).toEqual(['mira']);
    for (const term of ['%%', 'm%a', 'j_nas', '*', '\\', "' or 1=1 --", 'mi\u0000ra', '', '  ']) {
      expect({ term, found: await find(jonas, term) }).toEqual({ term, found: [] });
    }
  });

  test('an earlier name no longer finds', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    await rename(mira, 'Elodie');

    await rename(mira, 'Valerie');

    expect(await find(mira, 'elodie')).toEqual([]);
    expect(await find(mira, 'valerie')).toEqual(['mira']);
  });

  test('gives ten unless asked, fifty at most, and says when there are more', async () => {
    const home = await startHomeserver(open);
    const { createUser } = home.server.accounts;
    const mira = await home.signUp('mira');
    const password = 'correct horse battery staple';
    for (let index = 10; index < 61; index += 1) {
      await createUser({ localpart: `guest${index}`, password });
    }

    const lengthOf = async (limit?: number) => {
      const { results, limited } = await search(mira, 'guest', limit);
      return [results.length, limited];
    };

    expect(await lengthOf()).toEqual([10, true]);
    expect(await lengthOf(1)).toEqual([1, true]);
    expect(await lengthOf(50)).toEqual([50, true]);
    expect(await lengthOf(1_000_000)).toEqual([50, true]);
    expect((await search(mira, 'guest1')).results).toHaveLength(10);
    expect((await search(mira, 'guest1')).limited).toBe(false);
  });

  test('somebody with a very repetitive name is still one person', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const jonas = await home.signUp('jonas');
    await rename(mira, `b${'a'.repeat(255)}`);
    await rename(jonas, 'Bahia');

    expect(await find(jonas, 'a')).toEqual(['jonas', 'mira']);
  });

  test('needs a token and a term', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const path = `${CLIENT}/user_directory/search`;

    expect((await home.call('POST', path, { search_term: 'mira' })).status).toBe(401);
    for (const form of [{}, { search_term: 7 }, { search_term: 'x', limit: 0 }]) {
      expect(await mira.call('POST', path, form)).toMatchObject({
        status: 400,
        body: { errcode: 'M_BAD_JSON' },
      });
    }
  });
});

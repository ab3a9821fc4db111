import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { withKeys } from '../testing/key-device.ts';
import { randomKey } from '../testing/key-pair.ts';
import { ONE_TIME_KEYS_MAX } from './uploading.ts';

describeEachDatabase('uploading one-time keys', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    return { mira, jonas };
  }

  test('the counts are always there, or a client would repeat its upload for ever', async () => {
    const { mira } = await setUp();

    const empty = await mira.upload({});
    const full = await mira.uploadKeys('AAAAAA', 'AAAAAB');

    expect(empty).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 0 } },
    });
    expect(full).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 2 } },
    });
  });

  test('keys named after parts of JavaScript objects do no harm', async () => {
    const { mira } = await setUp();
    const signed = mira.signedKey();

    const poisoned = await mira.upload(
      `{"one_time_keys":{"__proto__":{"key":"x"},"signed_curve25519:A":${JSON.stringify(signed)}}}`,
    );
    const misnamed = await mira.upload({ one_time_keys: { constructor: signed } });
    const odd = await mira.upload({ one_time_keys: { 'signed_curve25519:constructor': signed } });

    expect(poisoned.status).toBe(400);
    expect(misnamed.status).toBe(400);
    expect(odd.body).toEqual({ one_time_key_counts: { signed_curve25519: 1 } });
  });

  test('one-time keys of the wrong form are refused, and none of the upload is kept', async () => {
    const { mira, jonas } = await setUp();
    const good = mira.signedKey();
    const malformed: Record<string, unknown>[] = [
      { 'signed_curve25519:A': randomKey() },
      { 'signed_curve25519:A': { key: randomKey() } },
      { 'signed_curve25519:A': { ...good, key: 'short' } },
      { 'signed_curve25519:A': jonas.signedKey() },
      { 'signed_curve25519:A': mira.signedKey(randomKey(), { padding: 'x'.repeat(5_000) }) },
      { 'curve25519:A': good },
      { 'unheard_of:A': good },
      { 'signed_curve25519:': good },
      { signed_curve25519: good },
      { 'signed_curve25519:\u0000': good },
    ];

    for (const oneTimeKeys of malformed) {
      const reply = await mira.upload({
        one_time_keys: { 'signed_curve25519:GOOD': good, ...oneTimeKeys },
      });
      expect([oneTimeKeys, reply.status]).toEqual([oneTimeKeys, 400]);
    }
    const { body } = await mira.upload({});
    expect(body.one_time_key_counts).toEqual({ signed_curve25519: 0 });
  });

  test('an upload holds at most 200 one-time keys', async () => {
    const { mira } = await setUp();
    const signed = mira.signedKey();
    const keysOf = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, id) => [`signed_curve25519:${id}`, signed]),
      );

    const tooMany = await mira.upload({ one_time_keys: keysOf(201) });
    const atLimit = await mira.upload({ one_time_keys: keysOf(200) });

    expect(tooMany).toMatchObject({ status: 400, body: { errcode: 'M_BAD_JSON' } });
    expect(atLimit.status).toBe(200);
  });

  test('only the newest keys are kept: devices forget the private halves of old ones', async () => {
    const { mira, jonas } = await setUp();
    const ids = Array.from({ length: ONE_TIME_KEYS_MAX }, (_, index) => `N${index}`);

    await mira.uploadKeys('OLD');
    const { body } = await mira.uploadKeys(...ids);
    const claimed = await jonas.claim(mira);

    expect(body.one_time_key_counts).toEqual({ signed_curve25519: ONE_TIME_KEYS_MAX });
    expect(claimed).not.toEqual(['signed_curve25519:OLD']);
  });

  test('the same key again is fine, however it is signed now', async () => {
    const { mira } = await setUp();
    const key = randomKey();
    await mira.upload({ one_time_keys: { 'signed_curve25519:A': mira.signedKey(key) } });

    const again = mira.signedKey(key, { note: 'signed anew' });
    const reply = await mira.upload({ one_time_keys: { 'signed_curve25519:A': again } });

    expect(reply).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 1 } },
    });
  });

  test('another key under a used id is refused, before and after the first was claimed', async () => {
    const { mira, jonas } = await setUp();
    await mira.uploadKeys('A');

    const before = await mira.uploadKeys('A');
    await jonas.claim(mira);
    const after = await mira.uploadKeys('A');

    expect(before).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    expect(after).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
  });

  test('there is one fallback key for each algorithm', async () => {
    const { mira, jonas } = await setUp();
    const fallback = () => mira.signedKey(randomKey(), { fallback: true });

    const two = await mira.upload({
      fallback_keys: { 'signed_curve25519:A': fallback(), 'signed_curve25519:B': fallback() },
    });
    await mira.upload({ fallback_keys: { 'signed_curve25519:C': fallback() } });
    await mira.upload({ fallback_keys: { 'signed_curve25519:D': fallback() } });

    expect(two).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    expect(await jonas.claim(mira)).toEqual(['signed_curve25519:D']);
  });
});

import { describe, expect, test } from 'vitest';
import { createTestCrypto } from '../tests/support/node-event-crypto.ts';
import { toUrlSafeBase64 } from './base64.ts';
import { isSignedJson, signJson } from './sign-json.ts';

const crypto = createTestCrypto();
const keys = { signedBy: 'domain', publicKeys: new Map([['ed25519:1', crypto.publicKey]]) };
const otherCrypto = createTestCrypto({ seed: 'A'.repeat(43) });

/** @see https://spec.matrix.org/v1.19/appendices/#json-signing */
describe('the published vectors', () => {
  test.each([
    [{}, 'K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ'],
    [
      { one: 1, two: 'Two' },
      'KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw',
    ],
  ])('%j', (object, signature) => {
    expect(signJson(object, crypto)).toEqual({
      ...object,
      signatures: { domain: { 'ed25519:1': signature } },
    });
  });
});

describe('signing', () => {
  test('keeps unsigned fields and the signatures of others, and covers neither', () => {
    const others = { domain: { 'ed25519:0': 'a' }, 'other.example': { 'ed25519:x': 'b' } };
    const plain = signJson({ one: 1 }, crypto);

    const signed = signJson({ one: 1, unsigned: { age: 5 }, signatures: others }, crypto);

    const { domain } = plain['signatures'] as { domain: object };
    expect(signed).toEqual({
      one: 1,
      unsigned: { age: 5 },
      signatures: {
        domain: { 'ed25519:0': 'a', ...domain },
        'other.example': { 'ed25519:x': 'b' },
      },
    });
  });

  test('does not change the object it is given', () => {
    const object = Object.freeze({ one: 1 });

    expect(signJson(object, crypto)).not.toBe(object);
    expect(object).toEqual({ one: 1 });
  });
});

describe('checking', () => {
  const signed = signJson({ one: 1, unsigned: { age: 5 } }, crypto);

  test('passes for what was signed, whatever became of the unsigned part', () => {
    expect(isSignedJson(signed, keys, crypto)).toBe(true);
    expect(isSignedJson({ ...signed, unsigned: { age: 6 } }, keys, crypto)).toBe(true);
  });

  test('fails when a signed field was changed, added or removed', () => {
    const { one: _one, ...without } = signed;

    expect(isSignedJson({ ...signed, one: 2 }, keys, crypto)).toBe(false);
    expect(isSignedJson({ ...signed, two: 2 }, keys, crypto)).toBe(false);
    expect(isSignedJson(without, keys, crypto)).toBe(false);
  });

  test('fails for another server, key or key id', () => {
    const byKey = (keyId: string, publicKey: string) => ({
      signedBy: 'domain',
      publicKeys: new Map([[keyId, publicKey]]),
    });

    expect(isSignedJson(signed, { ...keys, signedBy: 'other.example' }, crypto)).toBe(false);
    expect(isSignedJson(signed, byKey('ed25519:1', otherCrypto.publicKey), crypto)).toBe(false);
    expect(isSignedJson(signed, byKey('ed25519:2', crypto.publicKey), crypto)).toBe(false);
    expect(isSignedJson({ one: 1 }, keys, crypto)).toBe(false);
  });

  test('passes over unknown keys, but not over one wrong signature by a known key', () => {
    const both = signJson(signed, { ...otherCrypto, keyId: 'ed25519:2' });
    const twoKeys = new Map([
      ['ed25519:1', crypto.publicKey],
      ['ed25519:2', crypto.publicKey],
    ]);

    expect(isSignedJson(both, keys, crypto)).toBe(true);
    expect(isSignedJson(both, { ...keys, publicKeys: twoKeys }, crypto)).toBe(false);
  });

  test('knows no algorithm but Ed25519', () => {
    const weak = signJson({ one: 1 }, { ...crypto, keyId: 'rot13:1' });
    const publicKeys = new Map([['rot13:1', crypto.publicKey]]);

    expect(isSignedJson(weak, { ...keys, publicKeys }, crypto)).toBe(false);
  });

  test.each([
    null,
    'domain',
    { domain: 'x' },
    { domain: { 'ed25519:1': 5 } },
    { domain: { 'ed25519:1': '' } },
    { domain: { 'ed25519:1': '!!' } },
  ])('fails for malformed signatures: %j', (signatures) => {
    expect(isSignedJson({ one: 1, signatures }, keys, crypto)).toBe(false);
  });
});

test('url-safe base64 differs in two characters', () => {
  expect(toUrlSafeBase64('+/+/Az09')).toBe('-_-_Az09');
});

import * as protocol from '@sotto/protocol';
import { expect, test } from 'vitest';
import * as words from './policy-words.ts';

test('what is said to the server is what the protocol has words for', () => {
  expect(words.CONTACTS_TYPE).toBe(protocol.CONTACTS_TYPE);
  expect(words.DISCOVERABILITY_TYPE).toBe(protocol.DISCOVERABILITY_TYPE);
  expect(words.MESSAGE_POLICY_TYPE).toBe(protocol.MESSAGE_POLICY_TYPE);
  expect(words.VISIBILITY_TYPE).toBe(protocol.VISIBILITY_TYPE);
  expect(words.VISIBLE_THINGS).toEqual(protocol.VISIBLE_THINGS);
  expect(words.RULE_DEFAULTS).toEqual(protocol.POLICY_DEFAULTS);
});

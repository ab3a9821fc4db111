import type { PushRule } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { checkSpace } from './rule-rules.ts';

const rule = (index: number, more: Partial<PushRule> = {}): PushRule => ({
  rule_id: `!${index}`,
  default: false,
  enabled: true,
  actions: [],
  ...more,
});
const many = (count: number, more?: Partial<PushRule>) =>
  Array.from({ length: count }, (_, index) => rule(index, more));

test.each([
  ['a thousand rooms', { room: many(1_000) }, 'ok'],
  ['a room more', { room: many(1_001) }, 'too_many_push_rules'],
  ['a thousand of two kinds', { room: many(1_000), sender: many(1_000) }, 'ok'],
  ['256 KiB of rules', { room: many(900, { actions: ['x'.repeat(250)] }) }, 'too_many_push_rules'],
])('%s: %s', (_says, own, said) => {
  const check = () => {
    try {
      checkSpace({ own, changed: {} });
      return 'ok';
    } catch (cause) {
      // SAFETY: only refusals are thrown.
      return (cause as { code: string }).code;
    }
  };

  expect(check()).toBe(said);
});

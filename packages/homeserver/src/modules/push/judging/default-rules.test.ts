import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultRulesFor } from './default-rules.ts';
import { mira } from './fixtures.ts';

test('the default rules are the specification’s, in its order', async () => {
  const printed = await readFile(new URL('vectors/predefined-rules.json', import.meta.url), 'utf8');

  const expected: unknown = JSON.parse(printed.replaceAll("[the user's Matrix ID]", mira));

  expect(defaultRulesFor(mira)).toEqual(expected);
});

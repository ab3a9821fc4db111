import { expect, test } from 'vitest';
import { searchSections } from './settings-search.ts';

const sections = [
  { title: 'Appearance', words: ['theme', 'dark mode', 'text size'] },
  { title: 'Devices', words: ['sign out', 'phones and computers'] },
  { title: 'Privacy', words: ['read receipts', 'typing', 'online'] },
];

test.each([
  { query: '', finds: ['Appearance', 'Devices', 'Privacy'] },
  { query: 'dar', finds: ['Appearance'] },
  { query: 'mode dark', finds: ['Appearance'] },
  { query: '  READ ', finds: ['Privacy'] },
  { query: 'ark', finds: [] },
  { query: 'dark typing', finds: [] },
  { query: 'Süze', finds: [] },
  { query: 'sígn', finds: ['Devices'] },
])('“$query” finds $finds', ({ query, finds }) => {
  expect(searchSections(sections, query).map(({ title }) => title)).toEqual(finds);
});

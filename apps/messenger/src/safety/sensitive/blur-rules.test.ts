import { expect, test } from 'vitest';
import { shownOf, verdictOf, type Look, type Scores } from './blur-rules.ts';

const harmless: Scores = { drawing: 0.1, neutral: 0.9, hentai: 0, porn: 0, sexy: 0 };
const scores = (part: Partial<Scores>): Scores => ({ ...harmless, ...part });

test.each([
  { says: 'a landscape', seen: harmless, minor: 'clear', adult: 'clear' },
  { says: 'a drawing', seen: scores({ drawing: 0.99 }), minor: 'clear', adult: 'clear' },
  { says: 'sure', seen: scores({ porn: 0.97 }), minor: 'sensitive', adult: 'sensitive' },
  { says: 'at the limit', seen: scores({ porn: 0.5 }), minor: 'sensitive', adult: 'sensitive' },
  { says: 'below it', seen: scores({ porn: 0.49 }), minor: 'sensitive', adult: 'clear' },
  { says: 'a guess', seen: scores({ porn: 0.2, sexy: 0.2 }), minor: 'sensitive', adult: 'clear' },
  {
    says: 'less than that',
    seen: scores({ porn: 0.2, sexy: 0.19 }),
    minor: 'clear',
    adult: 'clear',
  },
  {
    says: 'half of each',
    seen: scores({ porn: 0.3, hentai: 0.3 }),
    minor: 'sensitive',
    adult: 'sensitive',
  },
  { says: 'a swimsuit', seen: scores({ sexy: 0.6 }), minor: 'sensitive', adult: 'clear' },
  { says: 'hardly that', seen: scores({ sexy: 0.85 }), minor: 'sensitive', adult: 'sensitive' },
])('$says: for minors $minor, for adults $adult', ({ seen, minor, adult }) => {
  expect(verdictOf(seen, { minor: true })).toBe(minor);
  expect(verdictOf(seen, { minor: false })).toBe(adult);
});

const look: Look = { verdict: 'unknown', minor: true, fromContact: false, revealed: false };

test.each<[string, Partial<Look>, { blurred: boolean; canShow: boolean }]>([
  ['a minor sees nothing before it was looked at', {}, { blurred: true, canShow: false }],
  ['nor what is sensitive', { verdict: 'sensitive' }, { blurred: true, canShow: false }],
  ['nor what could not be looked at', { verdict: 'failed' }, { blurred: true, canShow: false }],
  ['what is harmless, they see', { verdict: 'clear' }, { blurred: false, canShow: false }],
  ['a contact’s is shown meanwhile', { fromContact: true }, { blurred: false, canShow: false }],
  [
    'a contact’s that is sensitive can be asked for',
    { fromContact: true, verdict: 'sensitive' },
    { blurred: true, canShow: true },
  ],
  [
    'a contact’s that could not be looked at is shown',
    { fromContact: true, verdict: 'failed' },
    { blurred: false, canShow: false },
  ],
  ['an adult may look meanwhile', { minor: false }, { blurred: true, canShow: true }],
  [
    'and at what is sensitive',
    { minor: false, verdict: 'sensitive' },
    { blurred: true, canShow: true },
  ],
  [
    'which is then shown',
    { minor: false, verdict: 'sensitive', revealed: true },
    { blurred: false, canShow: false },
  ],
])('%s', (_says, part, answer) => {
  expect(shownOf({ ...look, ...part })).toMatchObject(answer);
});

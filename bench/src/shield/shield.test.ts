import { describe, expect, test } from 'vitest';
import { readMail } from './mail.ts';
import { corpusParts, readCorpus } from './read-corpus.ts';
import { measure, precisionOf, recallOf } from './score.ts';

describe('the labelled messages', () => {
  const all = corpusParts.flatMap(readCorpus);

  test('are many, harmful and harmless, each once', () => {
    const harmful = all.filter(({ kinds }) => kinds.length > 0).length;

    expect(all.length).toBeGreaterThanOrEqual(1_100);
    expect(harmful / all.length).toBeGreaterThan(0.45);
    expect(harmful / all.length).toBeLessThan(0.6);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  test('speak eleven languages, each of every ask', () => {
    const asks = ['money', 'gift_card', 'crypto', 'code', 'other_app'] as const;
    const languages = [...new Set(all.map(({ language }) => language))].toSorted();

    expect(languages).toEqual(['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'zh']);
    for (const language of languages) {
      const own = all.filter((message) => message.language === language);
      for (const ask of asks) expect(own.some(({ kinds }) => kinds.includes(ask))).toBe(true);
    }
  });
});

// Exact, so that a rule taken away shows here. Who changes the rules changes these lines and the
// guide with them, and looks at what became worse.
test.each([
  { part: 'tuning', right: 278, wrong: 1, missed: 11 },
  { part: 'held-out', right: 164, wrong: 2, missed: 0 },
  { part: 'unseen', right: 32, wrong: 0, missed: 8 },
  { part: 'field-tuning', right: 48, wrong: 0, missed: 1 },
  { part: 'field-held-out', right: 39, wrong: 0, missed: 10 },
] as const)('of the $part messages $right are caught, $wrong are false alarms', (figures) => {
  const { part, ...score } = figures;

  const { messages } = measure(readCorpus(part));

  expect(messages).toEqual(score);
});

test.each([
  { part: 'held-out', recall: 0.95 },
  { part: 'unseen', recall: 0.75 },
  { part: 'field-held-out', recall: 0.75 },
] as const)('95 of 100 warnings on $part messages are right, and few are missing', (floor) => {
  const { messages } = measure(readCorpus(floor.part));

  expect(precisionOf(messages)).toBeGreaterThanOrEqual(0.95);
  expect(recallOf(messages)).toBeGreaterThanOrEqual(floor.recall);
});

test.each(['gift_card', 'crypto', 'code', 'money', 'other_app', 'look_alike'] as const)(
  'a warning of %s is right, too, in what it says',
  (kind) => {
    const score = measure([...readCorpus('held-out'), ...readCorpus('unseen')]).kinds.get(kind);

    expect(score && precisionOf(score)).toBeGreaterThanOrEqual(0.95);
  },
);

test('what contacts say among themselves is nobody’s business', () => {
  const words = corpusParts
    .flatMap(readCorpus)
    .map((message) => Object.assign(message, { from: 'contact' as const }));
  const links = new Set(['look_alike', 'mixed_script', 'text_target']);

  const kinds = [...measure(words).kinds].filter(([, { right, wrong }]) => right + wrong > 0);

  expect(kinds.filter(([kind]) => !links.has(kind))).toEqual([]);
});

test('an e-mail is read without its envelope and its markup', () => {
  const mail = 'From: a@example.org\nSubject: x\n\n<p>Send <b>me</b> the code</p>\n';

  expect(readMail(mail)).toBe('Send  me  the code');
});

import { expect, test } from 'vitest';
import { guardOf, type Guard, type Viewing } from './guard-rules.ts';

const adult: Viewing = { minor: false, blurs: false, mine: false, standing: 'none' };

test.each<[string, Partial<Viewing>, Guard]>([
  ['an adult sees photos as they are', {}, 'none'],
  ['unless they have asked for blurring', { blurs: true }, 'look'],
  ['also those of contacts', { blurs: true, standing: 'contact' }, 'look'],
  ['a minor’s contact is looked at', { minor: true, standing: 'contact' }, 'look'],
  ['so is whom they follow', { minor: true, standing: 'followed' }, 'look'],
  ['a stranger’s is not shown', { minor: true }, 'withheld'],
  ['nothing switches that off', { minor: true, blurs: false }, 'withheld'],
  ['before contacts are known it waits', { minor: true, standing: null }, 'waiting'],
  ['before it is known who looks, too', { minor: null }, 'waiting'],
  ['one’s own are one’s own', { minor: true, blurs: true, mine: true }, 'none'],
  ['also before anything is known', { minor: null, mine: true, standing: null }, 'none'],
])('%s', (_says, viewing, answer) => {
  expect(guardOf({ ...adult, ...viewing })).toBe(answer);
});

import type { RequestMessage, RequestSummary } from '@sotto/client';
import { expect, test } from 'vitest';
import { rowWords } from './row-words.ts';

const wrote = (kind: RequestMessage['kind'], text = ''): RequestMessage => ({
  key: `${kind}${text}`,
  sentAtMs: 0,
  kind,
  text,
});

const request: RequestSummary = {
  // SAFETY: nothing here looks at ids.
  id: '!request' as RequestSummary['id'],
  from: {
    userId: '@noor:sotto.test' as RequestSummary['from']['userId'],
    handle: '@noor',
    displayName: 'Noor',
    avatar: null,
  },
  receivedAtMs: 0,
  kind: 'direct',
  groupName: null,
  group: null,
  community: null,
  blurred: false,
  messages: [],
  card: null,
};

test.each<[string, Partial<RequestSummary>, string]>([
  ['the first message', { messages: [wrote('text', 'One.'), wrote('text', 'Two.')] }, 'One.'],
  ['one line of it', { messages: [wrote('text', ' One.\n\nTwo. ')] }, 'One. Two.'],
  ['a photo by its name', { messages: [wrote('photo'), wrote('text', 'Look.')] }, 'Photo'],
  ['a message that is not open yet', { messages: [wrote('arriving')] }, 'Message on its way'],
  ['the username where nothing is written', {}, '@noor'],
  ['the username where nothing is known yet', { messages: null }, '@noor'],
  ['who asks into a group', { kind: 'group' }, 'Group · \u2068Noor\u2069 asks you in'],
  ['who asks into a community', { kind: 'community' }, 'Community · \u2068Noor\u2069 asks you in'],
])('a row shows %s', (_what, change, words) => {
  expect(rowWords({ ...request, ...change })).toBe(words);
});

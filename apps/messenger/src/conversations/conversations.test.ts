import { describe, expect, test } from 'vitest';
import type { ConversationPreview, ConversationSummary, Person } from '@sotto/client';
import { filterConversations } from './filter-conversations.ts';
import { deliveryShown, previewOf } from './preview-of.ts';

function person(displayName: string): Person {
  const handle = `@${displayName.toLowerCase()}`;
  // SAFETY: neither filter nor preview looks at user ids.
  return { userId: handle as Person['userId'], handle, displayName, avatar: null };
}
const mira = person('Mira');

function summary(
  title: string,
  change: Partial<Omit<ConversationSummary, 'preview'>> & {
    preview?: Partial<ConversationPreview>;
  } = {},
): ConversationSummary {
  return {
    // SAFETY: neither filter nor preview looks at room ids.
    id: `!${title}` as ConversationSummary['id'],
    kind: 'direct',
    title,
    person: null,
    avatar: null,
    members: [],
    unreadCount: 0,
    alertCount: 0,
    mute: null,
    markedUnread: false,
    readsQuietly: false,
    lastActivityMs: 0,
    typing: [],
    presence: null,
    draft: null,
    waitingForAcceptance: false,
    requestMessagesLeft: null,
    ...change,
    preview: { text: 'hello', mine: false, delivery: null, attachment: null, ...change.preview },
  };
}

describe('filtering', () => {
  const climbing = summary('Climbing on Mondays', { kind: 'group', members: [mira] });
  const direct = summary('Mira', { person: mira });
  const jonas = summary('Jonas');
  const titles = (query: string) =>
    filterConversations([climbing, direct, jonas], query).map(({ title }) => title);

  test('an empty query keeps everything in order', () => {
    expect(titles('  ')).toEqual(['Climbing on Mondays', 'Mira', 'Jonas']);
  });

  test('titles that begin with the query come before people inside groups', () => {
    expect(titles('mi')).toEqual(['Mira', 'Climbing on Mondays']);
  });

  test('nothing found is nothing shown', () => {
    expect(titles('zzz')).toEqual([]);
  });
});

describe('the preview line', () => {
  test.each([
    ['typing comes first', { typing: [mira], draft: 'hm' }, 'typing'],
    ['then a message that failed', { preview: failed(), draft: 'hm' }, 'failed'],
    ['then a draft', { draft: 'hm' }, 'draft'],
    ['but not an empty one', { draft: ' \n' }, 'message'],
    ['else the last message', {}, 'message'],
    ['a photo without a caption is a message too', { preview: photo() }, 'message'],
    ['or that there is none', { preview: { text: '' } }, 'empty'],
  ] as const)('%s', (_says, change, kind) => {
    expect(previewOf(summary('Mira', change), false).kind).toBe(kind);
  });

  test('the draft of the open conversation is not repeated', () => {
    expect(previewOf(summary('Mira', { draft: 'hm' }), true).kind).toBe('message');
  });

  test('many lines become one', () => {
    const given = summary('Mira', { preview: { text: '  one\n\ntwo\tthree ' } });

    expect(previewOf(given, false)).toMatchObject({ text: 'one two three' });
  });

  test('ticks stand only beside my own last message', () => {
    const mine = summary('Mira', { preview: { mine: true, delivery: 'read' } });
    const typing = { ...mine, typing: [mira] };
    const theirs = summary('Mira', { preview: { mine: false, delivery: 'read' } });

    expect(deliveryShown(mine, previewOf(mine, false))).toBe('read');
    expect(deliveryShown(typing, previewOf(typing, false))).toBeNull();
    expect(deliveryShown(theirs, previewOf(theirs, false))).toBeNull();
  });

  function photo() {
    return { text: '', attachment: 'photo' } as const;
  }

  function failed() {
    return { mine: true, delivery: 'failed' } as const;
  }
});

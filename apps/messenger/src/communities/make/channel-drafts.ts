import type { ChannelWish } from '@sotto/client';

/** As `docs/reference/conversations/communities.md` bounds them. */
export const NAME_LENGTH_MAX = 100;
export const TOPIC_LENGTH_MAX = 500;
export const FIRST_CHANNELS_MAX = 20;

/** A channel that is being thought of. */
export interface ChannelDraft {
  readonly key: number;
  readonly name: string;
  readonly announcement: boolean;
}

/** Where most communities begin. */
export function firstChannels(): readonly ChannelDraft[] {
  return [
    { key: 1, name: 'News', announcement: true },
    { key: 2, name: 'General', announcement: false },
  ];
}

export function withOneMore(drafts: readonly ChannelDraft[]): readonly ChannelDraft[] {
  const key = Math.max(0, ...drafts.map((draft) => draft.key)) + 1;
  return [...drafts, { key, name: '', announcement: false }];
}

/** Those that have a name; an empty line is no wish. */
export function wishesOf(drafts: readonly ChannelDraft[]): readonly ChannelWish[] {
  return drafts
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, announcement }) => ({ name: name.trim(), topic: '', announcement }));
}

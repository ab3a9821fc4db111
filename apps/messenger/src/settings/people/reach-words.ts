import type { MessageRules } from '@sotto/client';
import type { Relationship, Treatment } from '@sotto/protocol';

/** Whom a rule is about, the closest first: somebody is treated by the first that fits. */
export const relationships: readonly { readonly key: Relationship; readonly label: string }[] = [
  { key: 'contact', label: 'Your contacts' },
  { key: 'mutual_follow', label: 'People you follow who follow you' },
  { key: 'followed', label: 'Other people you follow' },
  { key: 'mutual_group', label: 'People in a group with you' },
  { key: 'same_community', label: 'People in a community with you' },
  { key: 'business', label: 'Businesses' },
  { key: 'stranger', label: 'Everybody else' },
];

/** Whom a minor has let in themselves. Of everybody else the server keeps away what they write. */
export function isLetIn(relationship: Relationship): boolean {
  return ['contact', 'mutual_follow', 'followed'].includes(relationship);
}

export const treatments: readonly { readonly value: Treatment; readonly label: string }[] = [
  { value: 'accept', label: 'Arrives at once' },
  { value: 'request', label: 'As a request' },
  { value: 'blur', label: 'As a blurred request' },
  { value: 'ignore', label: 'Ignored silently' },
  { value: 'reject', label: 'Refused' },
];

/** What a treatment means for me, and what whoever writes learns of it. */
const meanings: Readonly<Record<Treatment, string>> = {
  accept: 'The conversation is in your list at once, and they see that you are in it.',
  request: 'You see who asks, and decide. They see that their request waits.',
  blur: 'You see that somebody asks; name, photo and words only when you want to. They see that their request waits.',
  ignore: 'You see nothing of it. For them it looks like a request you have not answered.',
  reject: 'Nothing is made, and they are told that you do not take requests from them.',
};

export function meaningOf(rules: MessageRules, relationship: Relationship): string {
  return meanings[rules[relationship]];
}

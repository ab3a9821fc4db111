import type { Preferences } from '@sotto/client';
import { isolated, listInWords } from '../people/names.ts';

/** What accepting a request gives its sender, given what I share with the people I talk to. */
export function acceptWords(name: string, preferences: Preferences): string {
  const seen = [
    ...(preferences.sharePresence ? ['when you are active'] : []),
    ...(preferences.sendTyping ? ['when you are typing'] : []),
    ...(preferences.sendReadReceipts ? ['what you have read'] : []),
  ];
  const lets = `Accepting lets ${isolated(name)} write to you`;
  return seen.length === 0 ? `${lets}.` : `${lets} and see ${listInWords(seen)}.`;
}

import type { SharedTraces, RequestSummary } from '@sotto/client';
import { isolated, listInWords } from '../../people/names.ts';

/**
 * What its sender learns of a request: nothing before it is accepted, and after that what I share.
 * `name` is null while it is hidden.
 */
export function acceptWords(
  name: string | null,
  kind: RequestSummary['kind'],
  preferences: SharedTraces,
): string {
  const seen = [
    ...(preferences.sharePresence ? ['when you are active'] : []),
    ...(preferences.sendTyping ? ['when you are typing'] : []),
    ...(preferences.sendReadReceipts ? ['what you have read'] : []),
  ];
  const told = name === null ? 'They are told' : `${isolated(name)} is told`;
  const untilThen = `${told} nothing until you accept.`;
  if (kind === 'community') {
    // Who shares no more than a community asks before they write.
    const shown = listInWords(['that you are in it', ...seen]);
    return `${untilThen} Accepting lets everyone in the community see ${shown}.`;
  }
  const whom = kind === 'group' ? 'everyone in the group' : 'them';
  const sees = seen.length === 0 ? '' : ` and see ${listInWords(seen)}`;
  return `${untilThen} Accepting lets ${whom} write to you${sees}.`;
}

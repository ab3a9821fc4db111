import type { RequestSummary } from '@sotto/client';
import { isolated } from '../people/names.ts';

const LINE_CHARACTERS = 200;

/** What stands under the name in the list: the first thing they wrote, in one line. */
export function rowWords({ kind, groupName, messages, from }: RequestSummary): string {
  if (kind === 'group') {
    return groupName === null
      ? 'Asks you to join a group'
      : `Asks you to join “${isolated(groupName)}”`;
  }
  const [first] = messages ?? [];
  switch (first?.kind) {
    case 'text':
      return first.text.slice(0, LINE_CHARACTERS).replaceAll(/\s+/g, ' ').trim();
    case 'photo':
      return 'Photo';
    case 'file':
      return 'File';
    case 'arriving':
      return 'Message on its way';
    case 'other':
      return 'New message';
    case undefined:
    default:
      return from.handle;
  }
}

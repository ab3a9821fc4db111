import type { RequestSummary } from '@sotto/client';
import { isolated, nameOf } from '../people/names.ts';

const LINE_CHARACTERS = 200;

/** What stands under the name in the list: the first thing they wrote, in one line. */
export function rowWords({ kind, messages, from }: RequestSummary): string {
  // What they ask into is at the head of the row.
  if (kind === 'group') return `Group · ${isolated(nameOf(from))} asks you in`;
  if (kind === 'community') return `Community · ${isolated(nameOf(from))} asks you in`;
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

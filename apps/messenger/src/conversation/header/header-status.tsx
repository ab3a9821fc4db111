import type { ConversationSummary } from '@sotto/client';
import { typingWords } from '../../people/names.ts';
import { readerCalendar, useNowMs } from '../time/reader-calendar.ts';
import { presenceWords } from '../time/time-words.ts';

/** Under the name: typing, else when they were last here, else how many they are. */
export function HeaderStatus({ summary }: { readonly summary: ConversationSummary }) {
  const nowMs = useNowMs();
  const typing = typingWords(summary.typing, summary.kind);
  if (typing !== null) {
    return (
      <p className="truncate text-small text-accent">
        {summary.kind === 'direct' ? 'Typing…' : typing}
      </p>
    );
  }
  const words =
    summary.kind === 'group'
      ? groupWords(summary)
      : presenceWords(readerCalendar(), summary.presence, nowMs);
  if (words === null) return null;
  return <p className="truncate text-small text-quiet">{words}</p>;
}

function groupWords({ members, channel }: ConversationSummary): string {
  const people = members.length === 1 ? 'Only you' : `${members.length} people`;
  return channel?.announcement === true ? `Announcements · ${people}` : people;
}

import { Archive, Hash, Megaphone } from 'lucide-react';

/** What sort of channel it is, drawn; the word stands beside it or is said. */
export function ChannelMark({
  announcement,
  closed,
}: {
  readonly announcement: boolean;
  readonly closed: boolean;
}) {
  if (closed) return <Archive aria-hidden="true" />;
  return announcement ? <Megaphone aria-hidden="true" /> : <Hash aria-hidden="true" />;
}

/** Under a channel's name: what one must know to write there. */
export function channelWords({
  announcement,
  closed,
}: {
  readonly announcement: boolean;
  readonly closed: boolean;
}): string | null {
  if (closed) return 'Closed';
  return announcement ? 'Announcements' : null;
}

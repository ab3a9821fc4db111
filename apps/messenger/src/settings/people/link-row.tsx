import type { Person } from '@sotto/client';
import { classes, IconButton, Menu } from '@sotto/ui';
import { Copy, Ellipsis, Link2, QrCode, Share2, Unlink } from 'lucide-react';
import { readerCalendar, useNowMs } from '../../conversation/time/reader-calendar.ts';
import { canShare, shareAddress } from '../../people/links/share-address.ts';
import { useCopying } from '../../people/links/use-copying.ts';
import { NameLine } from '../../people/name-line.tsx';
import { nameOf } from '../../people/names.ts';
import { isSpent, linkWords, type AnyLink } from './link-words.ts';

export interface LinkRowProps {
  readonly link: AnyLink;
  /** Who made it, where several do. */
  readonly by?: Person;
  readonly onShowCode: () => void;
  readonly onRevoke: () => void;
}

/** One link: what it is called, how often it was used, and until when it works. */
export function LinkRow({ link, by, onShowCode, onRevoke }: LinkRowProps) {
  const nowMs = useNowMs();
  const copy = useCopying();
  const { dateShortWithYear, time } = readerCalendar();
  const spent = isSpent(link, nowMs);
  const handOut = [
    { label: 'Copy', icon: <Copy />, onSelect: () => copy(link.address) },
    ...(canShare()
      ? [{ label: 'Share', icon: <Share2 />, onSelect: () => shareAddress(link.address) }]
      : []),
    { label: 'Show QR code', icon: <QrCode />, onSelect: onShowCode },
    'separator' as const,
  ];
  return (
    <div className="flex items-center gap-3">
      <span
        aria-hidden="true"
        className={classes(
          'grid size-10 shrink-0 place-items-center rounded-full',
          spent ? 'bg-sunken text-quiet' : 'bg-accent-soft text-accent',
        )}
      >
        {spent ? <Unlink /> : <Link2 />}
      </span>
      <div className="min-w-0 flex-1">
        <NameLine className="font-medium">{link.label}</NameLine>
        <p className="text-small text-quiet">
          {linkWords(link, nowMs, (ms) => `${dateShortWithYear(ms)}, ${time(ms)}`)}
        </p>
        {by !== undefined && (
          <NameLine className="text-small text-quiet">Made by {nameOf(by)}</NameLine>
        )}
      </div>
      <Menu
        trigger={
          <IconButton label={`Actions for ${link.label}`} icon={<Ellipsis />} tooltip={false} />
        }
        items={[
          // Nobody gets anywhere with one that is spent.
          ...(spent ? [] : handOut),
          { label: 'Revoke', icon: <Unlink />, danger: true, onSelect: onRevoke },
        ]}
      />
    </div>
  );
}

import type { TimelineItem } from '@sotto/client';
import { IconButton, Overlay } from '@sotto/ui';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { useMessageActions } from '../message/message-actions.ts';
import { usePhotoGuard } from '../../safety/sensitive/use-photo-guard.ts';
import { senderWords } from '../message/message-words.ts';
import { readerCalendar } from '../time/reader-calendar.ts';
import { fullTime } from '../time/time-words.ts';
import { PhotoStage } from './photo-stage.tsx';
import { photosIn, type PhotoMessage } from './photos-in.ts';

export interface LightboxProps {
  readonly items: readonly TimelineItem[];
  readonly openKey: string | null;
  readonly onOpenKeyChange: (key: string | null) => void;
  /** Called when the oldest loaded photo is in view: there may be more before it. */
  readonly onOldest: () => void;
}

/** Photos of the conversation, one at a time, over everything else. */
export function Lightbox({ items, openKey, onOpenKeyChange, onOldest }: LightboxProps) {
  const photos = useMemo(() => (openKey === null ? [] : photosIn(items)), [items, openKey]);
  const index = photos.findIndex((photo) => photo.key === openKey);
  const photo = photos[index];
  const before = photos[index - 1];
  const after = photos[index + 1];

  useEffect(() => {
    if (index === 0) onOldest();
  }, [index, onOldest]);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (photo === undefined || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
    const target = (event.key === 'ArrowRight') === rtl ? before : after;
    event.preventDefault();
    if (target !== undefined) onOpenKeyChange(target.key);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    // Early, because the layer keeps arrow keys from going further.
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);

  return (
    <Overlay
      open={photo !== undefined}
      onOpenChange={(open) => {
        if (!open) onOpenKeyChange(null);
      }}
      label="Photo"
    >
      {photo !== undefined && (
        <div className="flex min-h-0 flex-1 flex-col">
          <LightboxBar photo={photo} onClose={() => onOpenKeyChange(null)} />
          <div className="relative min-h-0 flex-1">
            <PhotoStage key={photo.key} photo={photo} onBackdrop={() => onOpenKeyChange(null)} />
            {before !== undefined && (
              <Turn
                label="Earlier photo"
                side="start-2"
                icon={<ChevronLeft className="rtl:-scale-x-100" />}
                onTurn={() => onOpenKeyChange(before.key)}
              />
            )}
            {after !== undefined && (
              <Turn
                label="Later photo"
                side="end-2"
                icon={<ChevronRight className="rtl:-scale-x-100" />}
                onTurn={() => onOpenKeyChange(after.key)}
              />
            )}
          </div>
          {photo.caption !== null && (
            <p
              dir="auto"
              className="max-h-[20dvh] overflow-y-auto px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-center text-message wrap-anywhere whitespace-pre-wrap"
            >
              {photo.caption}
            </p>
          )}
        </div>
      )}
    </Overlay>
  );
}

function LightboxBar({
  photo,
  onClose,
}: {
  readonly photo: PhotoMessage;
  readonly onClose: () => void;
}) {
  const actions = useMessageActions();
  const { mayBeSaved } = usePhotoGuard(photo.message);
  return (
    <div className="flex items-center gap-1 px-2 pt-[max(0.5rem,var(--sotto-safe-top,0px))] pb-2">
      <div className="min-w-0 flex-1 ps-2">
        <p className="truncate font-semibold">{senderWords(photo.message)}</p>
        <p className="truncate text-small text-on-shade/80">
          {fullTime(readerCalendar(), photo.message.sentAtMs)}
        </p>
      </div>
      {mayBeSaved && (
        <IconButton
          label="Save photo"
          variant="shade"
          tooltip={false}
          icon={<Download />}
          onClick={() => void actions.save(photo.attachment)}
        />
      )}
      <IconButton label="Close" variant="shade" tooltip={false} icon={<X />} onClick={onClose} />
    </div>
  );
}

function Turn({
  label,
  side,
  icon,
  onTurn,
}: {
  readonly label: string;
  readonly side: 'start-2' | 'end-2';
  readonly icon: ReactNode;
  readonly onTurn: () => void;
}) {
  return (
    <span className={`absolute top-1/2 -translate-y-1/2 rounded-full bg-shade/60 ${side}`}>
      <IconButton label={label} variant="shade" tooltip={false} icon={icon} onClick={onTurn} />
    </span>
  );
}

import type { OpenedPhoto, ReportedMessage, ReportedPhoto as Photo } from '@sotto/client';
import { Button } from '@sotto/ui';
import { EyeOff, Image, ImageOff } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useAccount } from '../../../app/index.ts';
import { BlurhashCanvas } from '../../../conversation/media/blurhash-canvas.tsx';
import { photoSize } from '../../../conversation/media/photo-size.ts';

export interface ReportedPhotoProps {
  readonly reportId: string;
  readonly eventId: ReportedMessage['eventId'];
  readonly photo: Photo;
}

type Look =
  | { readonly kind: 'hidden' | 'loading' | Exclude<OpenedPhoto['kind'], 'here'> }
  | { readonly kind: 'here'; readonly url: string };

const faults = {
  gone: 'This photo cannot be shown: it is no longer on the server, or they did not upload it.',
  broken: 'This photo cannot be opened. What the server has of it is not what was sent.',
  failed: 'The photo could not be loaded.',
} as const;

/** A photo somebody reported. Nothing of it is fetched before a moderator asks, and it can be hidden again. */
export function ReportedPhoto({ reportId, eventId, photo }: ReportedPhotoProps) {
  const { reports } = useAccount();
  const [look, setLook] = useState<Look>({ kind: 'hidden' });
  const url = useRef<string | null>(null);
  const hide = useCallback(() => {
    if (url.current !== null) URL.revokeObjectURL(url.current);
    url.current = null;
  }, []);
  useEffect(() => hide, [hide]);

  async function show(): Promise<void> {
    setLook({ kind: 'loading' });
    // NOTE: said on the screen, with a way to try again.
    const opened = await reports
      .openPhoto(reportId, eventId)
      .catch((): OpenedPhoto => ({ kind: 'failed' }));
    if (opened.kind !== 'here') {
      setLook({ kind: opened.kind });
      return;
    }
    url.current = URL.createObjectURL(opened.photo);
    setLook({ kind: 'here', url: url.current });
  }

  if (!photo.shown) {
    return <Fault>It is not shown: nothing proves that this photo was in the message.</Fault>;
  }
  if (look.kind === 'gone' || look.kind === 'broken') return <Fault>{faults[look.kind]}</Fault>;
  if (look.kind === 'failed') {
    return (
      <Fault
        action={
          <Button size="small" onClick={() => void show()}>
            Try again
          </Button>
        }
      >
        {faults.failed}
      </Fault>
    );
  }
  const { widthPx, heightPx } = photoSize(photo);
  return (
    <div
      className="relative my-2 max-w-full overflow-hidden rounded-card bg-sunken"
      style={{ width: widthPx, aspectRatio: `${widthPx} / ${heightPx}` }}
    >
      {photo.blurhash !== null && <BlurhashCanvas hash={photo.blurhash} />}
      {look.kind === 'here' && (
        <img
          src={look.url}
          alt="What was reported"
          className="absolute inset-0 size-full animate-appear object-contain"
          onError={() => {
            hide();
            setLook({ kind: 'broken' });
          }}
        />
      )}
      <span className="absolute inset-0 grid place-items-center p-2">
        {look.kind === 'here' ? (
          <Button
            size="small"
            className="place-self-end"
            icon={<EyeOff />}
            onClick={() => {
              hide();
              setLook({ kind: 'hidden' });
            }}
          >
            Hide
          </Button>
        ) : (
          <Button
            size="small"
            icon={<Image />}
            busy={look.kind === 'loading'}
            onClick={() => void show()}
          >
            Show photo
          </Button>
        )}
      </span>
    </div>
  );
}

function Fault({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <output className="my-2 flex items-center gap-2 rounded-card bg-sunken px-3 py-2 text-small [&>.lucide]:size-4 [&>.lucide]:shrink-0">
      <ImageOff aria-hidden="true" />
      <span className="min-w-0 flex-1">{children}</span>
      {action}
    </output>
  );
}

import { Button, Spinner } from '@sotto/ui';
import { useRef } from 'react';
import { usePhotoGuard } from '../../safety/sensitive/use-photo-guard.ts';
import { useShown } from '../../safety/sensitive/use-shown.ts';
import { Veil } from '../../safety/sensitive/veil.tsx';
import { senderWords } from '../message/message-words.ts';
import { BlurhashCanvas } from './blurhash-canvas.tsx';
import type { PhotoMessage } from './photos-in.ts';
import { useMediaUrl } from './use-media-url.ts';
import { useZoom } from './use-zoom.ts';

export interface PhotoStageProps {
  readonly photo: PhotoMessage;
  /** A press beside the photo. */
  readonly onBackdrop: () => void;
}

/** One photo, as large as fits, to be zoomed and moved. */
export function PhotoStage({ photo, onBackdrop }: PhotoStageProps) {
  const { attachment } = photo;
  const media = useMediaUrl(attachment.source, 'full');
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  const guard = usePhotoGuard(photo.message);
  const url = media.kind === 'ready' ? media.url : null;
  const [shown, show] = useShown({ attachment, size: 'full', url, guard });
  const { view, moving } = useZoom({ stage, picture, onBeside: onBackdrop });

  return (
    <div
      ref={stage}
      className="absolute inset-0 grid touch-none place-items-center overflow-hidden"
    >
      {shown.blurred && <Veil shown={shown} onShow={show} />}
      {media.kind === 'ready' && !shown.blurred && (
        <img
          ref={picture}
          src={media.url}
          alt={photo.caption ?? `Photo from ${senderWords(photo.message)}`}
          draggable={false}
          className="absolute inset-0 m-auto max-h-full max-w-full animate-appear object-contain select-none"
          style={{
            transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
            transition: moving ? 'none' : 'transform var(--sotto-movement) var(--sotto-ease)',
            cursor: view.scale === 1 ? 'zoom-in' : 'grab',
          }}
        />
      )}
      {media.kind === 'loading' && !shown.blurred && (
        <span className="relative grid aspect-square w-[min(60vw,60vh)] place-items-center overflow-hidden rounded-card">
          {attachment.blurhash !== null && <BlurhashCanvas hash={attachment.blurhash} />}
          <span className="relative rounded-full bg-shade p-2">
            <Spinner label="Loading the photo" />
          </span>
        </span>
      )}
      {media.kind === 'failed' && !shown.blurred && (
        <div role="alert" className="flex flex-col items-center gap-3">
          The photo didn’t load.
          <Button onClick={media.retry}>Try again</Button>
        </div>
      )}
    </div>
  );
}

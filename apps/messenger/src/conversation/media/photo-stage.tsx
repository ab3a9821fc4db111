import { Button, Spinner } from '@sotto/ui';
import { useRef } from 'react';
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
  const { view, moving } = useZoom({ stage, picture, onBeside: onBackdrop });

  return (
    <div
      ref={stage}
      className="absolute inset-0 grid touch-none place-items-center overflow-hidden"
    >
      {media.kind === 'ready' && (
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
      {media.kind === 'loading' && (
        <span className="relative grid aspect-square w-[min(60vw,60vh)] place-items-center overflow-hidden rounded-card">
          {attachment.blurhash !== null && <BlurhashCanvas hash={attachment.blurhash} />}
          <span className="relative rounded-full bg-shade p-2">
            <Spinner label="Loading the photo" />
          </span>
        </span>
      )}
      {media.kind === 'failed' && (
        <div role="alert" className="flex flex-col items-center gap-3">
          The photo didn’t load.
          <Button onClick={media.retry}>Try again</Button>
        </div>
      )}
    </div>
  );
}

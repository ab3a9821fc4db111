import type { Attachment, Message } from '@sotto/client';
import { classes } from '@sotto/ui';
import { ImageOff } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { usePhotoGuard } from '../../safety/sensitive/use-photo-guard.ts';
import { useMessageActions } from '../message/message-actions.ts';
import { MessageMeta } from '../message/message-meta.tsx';
import { senderWords } from '../message/message-words.ts';
import { BlurhashCanvas } from './blurhash-canvas.tsx';
import { photoSize } from './photo-size.ts';
import { UploadRing } from './upload-ring.tsx';
import { useMediaUrl } from './use-media-url.ts';

export interface PhotoProps {
  readonly message: Message;
  readonly attachment: Attachment;
  /** A caption below carries the time; without one the photo does. */
  readonly captioned: boolean;
}

const GuardedPhoto = lazy(() =>
  import('../../safety/sensitive/guarded-photo.tsx').then((part) => ({
    default: part.GuardedPhoto,
  })),
);

/** A photo in its bubble. Its space is reserved before it is here, so nothing moves when it comes. */
export function Photo(props: PhotoProps) {
  const { message, attachment, captioned } = props;
  const guard = usePhotoGuard(message);
  if (guard.guard === 'none') return <PlainPhoto {...props} />;
  return (
    <PhotoFrame {...props}>
      <Suspense fallback={null}>
        {guard.guard !== 'waiting' && (
          <GuardedPhoto message={message} attachment={attachment} guard={guard} />
        )}
      </Suspense>
      {!captioned && <PhotoMeta message={message} />}
    </PhotoFrame>
  );
}

function PhotoFrame({ attachment, children }: PhotoProps & { readonly children: ReactNode }) {
  const { widthPx, heightPx } = photoSize(attachment);
  return (
    <div
      className="relative overflow-hidden bg-sunken"
      style={{ aspectRatio: `${widthPx} / ${heightPx}` }}
    >
      {attachment.blurhash !== null && <BlurhashCanvas hash={attachment.blurhash} />}
      {children}
    </div>
  );
}

function PhotoMeta({ message }: Pick<PhotoProps, 'message'>) {
  return (
    <MessageMeta
      message={message}
      className={classes(
        'pointer-events-none absolute end-1.5 bottom-1.5 rounded-full bg-shade/70 px-2 py-0.5 text-on-shade',
      )}
    />
  );
}

function PlainPhoto(props: PhotoProps) {
  const { message, attachment, captioned } = props;
  const actions = useMessageActions();
  const media = useMediaUrl(attachment.source, 'thumbnail');
  // While it is being sent the ring stands where the word would.
  const failed = media.kind === 'failed' && message.progress === null;
  return (
    <PhotoFrame {...props}>
      <button
        type="button"
        aria-label={failed ? 'Load the photo again' : `Open photo from ${senderWords(message)}`}
        onClick={failed ? media.retry : () => actions.openPhoto(message)}
        className="absolute inset-0 size-full -outline-offset-4 focus-visible:outline-on-shade"
      >
        {media.kind === 'ready' && (
          <img
            src={media.url}
            alt=""
            draggable={false}
            decoding="async"
            className="size-full animate-appear object-cover"
          />
        )}
        {failed && (
          <span className="inline-flex items-center gap-2 rounded-full bg-shade px-3 py-1.5 text-small text-on-shade [&_.lucide]:size-4">
            <ImageOff aria-hidden="true" />
            Load again
          </span>
        )}
      </button>
      {message.progress !== null && (
        <span className="pointer-events-none absolute inset-0 grid place-items-center">
          <span className="rounded-full bg-shade text-on-shade">
            <UploadRing progress={message.progress} />
          </span>
        </span>
      )}
      {!captioned && <PhotoMeta message={message} />}
    </PhotoFrame>
  );
}

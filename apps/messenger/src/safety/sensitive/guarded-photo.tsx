import type { Attachment, Message } from '@sotto/client';
import { ImageOff } from 'lucide-react';
import { senderWords } from '../../conversation/message/message-words.ts';
import { useMediaUrl } from '../../conversation/media/use-media-url.ts';
import { useMessageActions } from '../../conversation/message/message-actions.ts';
import { WITHHELD_WORDS } from './blur-rules.ts';
import type { PhotoGuard } from './use-photo-guard.ts';
import { useShown } from './use-shown.ts';
import { Veil } from './veil.tsx';

export interface GuardedPhotoProps {
  readonly message: Message;
  readonly attachment: Attachment;
  readonly guard: PhotoGuard;
}

/** A photo that is looked at first, or not shown at all, in the frame that was reserved for it. */
export function GuardedPhoto({ message, attachment, guard }: GuardedPhotoProps) {
  if (guard.guard === 'withheld') return <Withheld />;
  return <LookedAt message={message} attachment={attachment} guard={guard} />;
}

function Withheld() {
  return (
    <p className="absolute inset-0 flex flex-col items-center justify-center gap-2 bg-sunken p-4 text-center text-small text-balance text-quiet">
      <ImageOff aria-hidden="true" className="size-5" />
      {WITHHELD_WORDS}
    </p>
  );
}

function LookedAt({ message, attachment, guard }: GuardedPhotoProps) {
  const actions = useMessageActions();
  const media = useMediaUrl(attachment.source, 'thumbnail');
  const url = media.kind === 'ready' ? media.url : null;
  const [shown, show] = useShown({ attachment, size: 'thumbnail', url, guard });

  if (media.kind === 'failed') {
    return (
      <button
        type="button"
        aria-label="Load the photo again"
        onClick={media.retry}
        className="absolute inset-0 size-full -outline-offset-4 focus-visible:outline-on-shade"
      >
        <span className="inline-flex items-center gap-2 rounded-full bg-shade px-3 py-1.5 text-small text-on-shade [&_.lucide]:size-4">
          <ImageOff aria-hidden="true" />
          Load again
        </span>
      </button>
    );
  }
  if (shown.blurred) {
    return (
      <>
        {url !== null && (
          <img
            src={url}
            alt=""
            draggable={false}
            className="absolute size-full scale-125 object-cover blur-3xl"
          />
        )}
        <Veil shown={shown} onShow={show} />
      </>
    );
  }
  return (
    <button
      type="button"
      aria-label={`Open photo from ${senderWords(message)}`}
      onClick={() => actions.openPhoto(message)}
      className="absolute inset-0 size-full -outline-offset-4 focus-visible:outline-on-shade"
    >
      {url !== null && (
        <img
          src={url}
          alt=""
          draggable={false}
          decoding="async"
          className="size-full animate-appear object-cover"
        />
      )}
    </button>
  );
}

import type { Attachment, Message } from '@sotto/client';
import { classes, Spinner } from '@sotto/ui';
import { Download, FileText } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessageActions } from '../message/message-actions.ts';
import { MessageMeta } from '../message/message-meta.tsx';
import { bytesWords } from './bytes-words.ts';
import { UploadRing } from './upload-ring.tsx';

export interface FileCardProps {
  readonly message: Message;
  readonly attachment: Attachment;
  readonly captioned: boolean;
}

/** A file: its name, its size, and one press to have it. */
export function FileCard({ message, attachment, captioned }: FileCardProps) {
  const actions = useMessageActions();
  const [saving, setSaving] = useState(false);
  const quiet = message.mine ? 'text-quiet-on-bubble-mine' : 'text-quiet';

  async function save() {
    if (saving) return;
    setSaving(true);
    await actions.save(attachment);
    setSaving(false);
  }

  return (
    <button
      type="button"
      aria-busy={saving}
      onClick={() => void save()}
      className={classes(
        'group/file flex w-72 max-w-full items-center gap-3 px-3 pt-2.5 text-start focus-visible:-outline-offset-4 focus-visible:outline-current',
        captioned ? 'pb-1' : 'pb-2',
      )}
    >
      <span
        className={classes(
          'grid size-10 shrink-0 place-items-center rounded-full',
          message.mine ? 'bg-on-bubble-mine/15' : 'bg-accent-soft text-accent',
        )}
      >
        <FileIcon saving={saving} progress={message.progress} />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="line-clamp-2 text-body font-semibold wrap-anywhere" title={attachment.name}>
          {attachment.name}
        </bdi>
        <span
          className={classes(
            'flex flex-wrap items-center justify-between gap-x-3 text-meta',
            quiet,
          )}
        >
          <span data-figures="">
            {stateWords(saving, message.progress) ?? bytesWords(attachment.sizeBytes)}
          </span>
          {!captioned && <MessageMeta message={message} />}
        </span>
      </span>
      <span className="sr-only">Save file</span>
    </button>
  );
}

function FileIcon({
  saving,
  progress,
}: {
  readonly saving: boolean;
  readonly progress: number | null;
}): ReactNode {
  if (progress !== null) return <UploadRing progress={progress} />;
  if (saving) return <Spinner />;
  return (
    <>
      <FileText className="group-hover/file:hidden group-focus-visible/file:hidden" />
      <Download className="hidden group-hover/file:block group-focus-visible/file:block" />
    </>
  );
}

function stateWords(saving: boolean, progress: number | null): string | null {
  if (progress !== null) return `Sending ${Math.round(progress * 100)}%`;
  return saving ? 'Saving…' : null;
}

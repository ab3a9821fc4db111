import { CircleAlert, FileText, Image } from 'lucide-react';
import type { Preview } from './preview-of.ts';
import { NameLine } from '../people/name-line.tsx';

/** What is new in a conversation, on one line. */
export function PreviewLine({ preview }: { readonly preview: Preview }) {
  if (preview.kind === 'typing') {
    return <span className="min-w-0 flex-1 truncate text-accent">{preview.words}</span>;
  }
  if (preview.kind === 'failed') {
    return (
      <span className="flex min-w-0 flex-1 items-center gap-1 text-danger [&_.lucide]:size-4">
        <CircleAlert aria-hidden="true" />
        <span className="truncate">Not sent</span>
      </span>
    );
  }
  if (preview.kind === 'empty') {
    return <span className="min-w-0 flex-1 truncate">No messages yet</span>;
  }
  if (preview.kind === 'draft') {
    return (
      <span className="min-w-0 flex-1 truncate">
        <span className="text-accent">Draft: </span>
        <bdi>{preview.text}</bdi>
      </span>
    );
  }
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1 [&_.lucide]:size-4">
      {preview.mine && <span className="shrink-0">You:</span>}
      {preview.icon === 'photo' && <Image aria-hidden="true" />}
      {preview.icon === 'file' && <FileText aria-hidden="true" />}
      <NameLine className="min-w-0 flex-1">{preview.text}</NameLine>
    </span>
  );
}

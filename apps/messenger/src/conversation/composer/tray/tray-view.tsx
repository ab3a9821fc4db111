import { Banner, IconButton } from '@sotto/ui';
import { FileText, X } from 'lucide-react';
import { bytesWords } from '../../media/bytes-words.ts';
import type { Tray, TrayFile } from './use-tray.ts';

/** What is about to be sent, before it is. */
export function TrayView({ tray }: { readonly tray: Tray }) {
  return (
    <>
      {tray.problem !== null && (
        <Banner
          tone="danger"
          action={
            <IconButton
              label="Dismiss"
              size="small"
              tooltip={false}
              icon={<X />}
              onClick={tray.dismissProblem}
            />
          }
        >
          {tray.problem}
        </Banner>
      )}
      {tray.files.length > 0 && (
        <ul
          aria-label="To be sent"
          className="mx-auto flex w-full max-w-224 gap-3 overflow-x-auto px-3 pt-3 pb-1 md:px-5"
        >
          {tray.files.map((file) => (
            <TrayItem key={file.key} item={file} onRemove={() => tray.remove(file.key)} />
          ))}
        </ul>
      )}
    </>
  );
}

function TrayItem({ item, onRemove }: { readonly item: TrayFile; readonly onRemove: () => void }) {
  const { file, previewUrl } = item;
  return (
    <li className="relative shrink-0 animate-rise">
      {previewUrl === null ? (
        <div className="flex h-24 w-48 items-center gap-3 rounded-card border border-line bg-surface px-3">
          <FileText aria-hidden="true" className="text-accent" />
          <span className="min-w-0">
            <bdi className="line-clamp-2 text-small font-semibold wrap-anywhere">{file.name}</bdi>
            <span className="text-meta text-quiet">{bytesWords(file.size)}</span>
          </span>
        </div>
      ) : (
        <img
          src={previewUrl}
          alt={file.name}
          className="h-24 w-auto max-w-48 min-w-16 rounded-card border border-line bg-sunken object-cover"
        />
      )}
      <button
        type="button"
        aria-label={`Remove ${file.name}`}
        onClick={onRemove}
        className="absolute -end-2 -top-2 grid size-7 place-items-center rounded-full border border-line bg-raised text-quiet shadow-float hover:text-text pointer-coarse:size-9 [&_.lucide]:size-4"
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}

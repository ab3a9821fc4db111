import type { Person } from '@sotto/client';
import { hostOf, type Warning } from '@sotto/shield';
import { Button, buttonClasses, Checkbox, Dialog, useToast } from '@sotto/ui';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { nameOf } from '../../people/names.ts';
import { copyText } from '../../platform/copy-text.ts';

export interface AskedLink {
  readonly href: string;
  readonly from: Person;
  readonly warnings: readonly Warning[];
}

export interface LinkDialogProps {
  readonly asked: AskedLink;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Links of this person are to open without asking. */
  readonly onTrust: () => void;
}

/** Before a link of somebody new is opened: where it really leads, and what is odd about it. */
export function LinkDialog({ asked, open, onClose, onTrust }: LinkDialogProps) {
  const { href, from, warnings } = asked;
  const [trusting, setTrusting] = useState(false);
  const toast = useToast();
  const host = hostOf(href);

  async function copy(): Promise<void> {
    const copied = await copyText(href);
    if (copied) toast.show({ text: 'Copied' });
    else toast.show({ text: 'This browser doesn’t allow copying here.', tone: 'danger' });
    onClose();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title="Open this link?"
      description={
        <>
          You don’t know <bdi>{nameOf(from)}</bdi> well yet. It leads to:
        </>
      }
      footer={
        <>
          <Button variant={warnings.length > 0 ? 'primary' : 'quiet'} onClick={onClose}>
            Go back
          </Button>
          <Button variant="secondary" onClick={() => void copy()}>
            Copy
          </Button>
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClasses({ variant: warnings.length > 0 ? 'secondary' : 'primary' })}
            onClick={() => {
              if (trusting) onTrust();
              onClose();
            }}
          >
            Open
          </a>
        </>
      }
    >
      <p dir="ltr" className="text-page font-semibold wrap-anywhere">
        <span className="font-normal text-quiet">{host?.front}</span>
        {host?.domain}
      </p>
      {host !== null && host.inNetwork !== null && (
        <p dir="ltr" className="font-mono text-small wrap-anywhere text-quiet">
          {host.inNetwork}
        </p>
      )}
      <p dir="ltr" className="mt-2 line-clamp-3 font-mono text-small wrap-anywhere text-quiet">
        {href}
      </p>
      {warnings.length > 0 && (
        <ul
          aria-label="What is odd about it"
          className="mt-4 flex flex-col gap-1.5 rounded-control bg-caution-soft px-3 py-2 text-small"
        >
          {warnings.map(({ kind, reason }) => (
            <li key={kind} className="flex items-start gap-2 wrap-anywhere">
              <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0 text-caution" />
              <span className="min-w-0">{reason}.</span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3">
        <Checkbox
          label={
            <>
              Don’t ask again for <bdi>{nameOf(from)}</bdi>
            </>
          }
          checked={trusting}
          onCheckedChange={setTrusting}
        />
      </div>
    </Dialog>
  );
}

import type { Warning } from '@sotto/shield';
import { Button } from '@sotto/ui';
import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { isolated, listInWords } from '../../people/names.ts';

export interface WarningLineProps {
  /** The gravest first. */
  readonly warnings: readonly Warning[];
  /** Without it the line stays, and says all there is to say at once. */
  readonly onHide?: () => void;
}

/** What to be careful about, in one line; why, when it is asked for. */
export function WarningLine({ warnings, onHide }: WarningLineProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const [first, ...others] = warnings;
  if (first === undefined) return null;
  return (
    <aside
      aria-label="Be careful"
      className="mt-1 flex max-w-full animate-appear items-start gap-2 rounded-control bg-caution-soft px-3 py-1.5 text-small text-text"
    >
      <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0 text-caution" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p>{first.reason}.</p>
        {(open || !onHide) &&
          others.map(({ kind, reason }) => (
            <p key={kind} className="mt-1">
              {reason}.
            </p>
          ))}
        {open && (
          <div id={id} className="mt-1">
            <p className="text-quiet">
              Because of {listInWords(evidenceOf(warnings))}. Only this device looked at the
              message.
            </p>
          </div>
        )}
        <div className="-ms-3 -mb-1 flex">
          <Button
            variant="quiet"
            size="small"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Less' : 'Why?'}
          </Button>
          {onHide && (
            <Button variant="quiet" size="small" onClick={onHide}>
              Hide
            </Button>
          )}
        </div>
      </div>
    </aside>
  );
}

/** What was found, each in quotes, as it stands in the message. */
function evidenceOf(warnings: readonly Warning[]): readonly string[] {
  const found = new Set(warnings.flatMap(({ evidence }) => evidence));
  return [...found].map((words) => `“${isolated(words)}”`);
}

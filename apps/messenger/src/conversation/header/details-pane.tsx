import { Dialog, IconButton, useMediaQuery } from '@sotto/ui';
import { X } from 'lucide-react';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { detailsButtonId } from './details-button.ts';
import { Details, type DetailsProps } from './details.tsx';

export interface DetailsPaneProps extends DetailsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Details stand beside the conversation where there is room, and over it where there is not. */
export function DetailsPane({ open, onOpenChange, ...details }: DetailsPaneProps) {
  const beside = useMediaQuery('(min-width: 72rem)');
  if (!beside) {
    return (
      <Dialog open={open} onOpenChange={onOpenChange} title="Details" size="small">
        <Details {...details} />
      </Dialog>
    );
  }
  if (!open) return null;
  return <BesidePane onHide={() => onOpenChange(false)} {...details} />;
}

function BesidePane({ onHide, ...details }: DetailsProps & { readonly onHide: () => void }) {
  function hide() {
    onHide();
    document.getElementById(detailsButtonId)?.focus();
  }
  useShortcut('Escape', hide, true);
  return (
    <aside
      aria-label="Details"
      className="flex w-80 shrink-0 animate-appear flex-col overflow-y-auto border-s border-line"
    >
      <div className="flex min-h-14 items-center justify-between ps-5 pe-2">
        <h2 className="text-title font-semibold">Details</h2>
        <IconButton label="Hide details" icon={<X />} onClick={hide} />
      </div>
      <div className="px-5 pt-2">
        <Details {...details} />
      </div>
    </aside>
  );
}

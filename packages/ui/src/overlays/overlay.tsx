import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

export interface OverlayProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly label: string;
  readonly children: ReactNode;
}

/** The whole window in shade, for looking at one thing. Bring a close button. */
export function Overlay({ open, onOpenChange, label, children }: OverlayProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Popup
          aria-label={label}
          className="fixed inset-0 z-40 flex flex-col bg-shade text-on-shade outline-none transition-opacity duration-movement data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

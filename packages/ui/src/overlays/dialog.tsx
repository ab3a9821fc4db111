import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { classes } from '../hooks/classes.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Actions, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** False while leaving would lose something: no close button, Escape and outside do nothing. */
  readonly dismissible?: boolean;
  /** It opens by itself: a key already on its way must not answer it, so no button has focus. */
  readonly unasked?: boolean;
}

const sizes = { small: 'md:max-w-100', medium: 'md:max-w-120', large: 'md:max-w-160' } as const;

const popup = classes(
  'fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[calc(100dvh-2rem)] w-full flex-col overflow-hidden bg-raised shadow-float outline-none',
  'rounded-t-bubble pb-[env(safe-area-inset-bottom)] md:inset-y-0 md:my-auto md:h-fit md:rounded-bubble md:pb-0',
  'transition-[opacity,translate] duration-movement data-ending-style:opacity-0 data-starting-style:opacity-0',
  'data-starting-style:translate-y-4 data-ending-style:translate-y-4 md:data-starting-style:translate-y-2 md:data-ending-style:translate-y-0',
);

/** A question or a small task over the page: a sheet on a phone, a card elsewhere. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'medium',
  dismissible = true,
  unasked = false,
}: DialogProps) {
  const card = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={!dismissible}
      onOpenChange={(next) => {
        if (next || dismissible) onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-overlay transition-opacity duration-movement data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={classes(popup, sizes[size])}
          ref={card}
          {...(unasked ? { initialFocus: card } : {})}
        >
          <div className="flex items-start gap-2 px-6 pt-5">
            <Base.Title className="min-w-0 flex-1 text-title font-semibold">{title}</Base.Title>
            {dismissible && (
              <Base.Close
                render={
                  <IconButton
                    label="Close"
                    tooltip={false}
                    icon={<X />}
                    className="-me-2.5 -mt-2"
                  />
                }
              />
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-6">
            {description !== undefined && (
              <Base.Description render={<div />} className="text-body text-quiet">
                {description}
              </Base.Description>
            )}
            {children !== undefined && <div className="mt-4">{children}</div>}
          </div>
          {footer !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 px-6 pb-6 max-md:flex-col-reverse max-md:*:w-full">
              {footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

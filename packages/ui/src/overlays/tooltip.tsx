import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { shortcutText } from '../actions/shortcut-text.ts';

export interface TooltipProps {
  readonly text: string;
  /** As `Mod+K`. */
  readonly shortcut?: string;
  readonly children: ReactElement;
}

/** What an icon means, for those who hover or focus it. Never the only place a thing is said. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="rounded-control bg-text px-2.5 py-1.5 text-small text-background shadow-float transition-opacity duration-feedback data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
            {shortcut !== undefined && (
              <kbd className="ms-2 font-sans opacity-75">{shortcutText(shortcut)}</kbd>
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { FocusEvent, ReactNode, RefObject } from 'react';
import { MenuItems, menuPopupClasses, type MenuItem } from './menu-items.tsx';

/** What an overlay stands beside: an element, or a place on the screen. */
export type Anchor =
  RefObject<HTMLElement | null> | { readonly getBoundingClientRect: () => DOMRect } | null;

export interface FloatingMenuProps {
  readonly anchor: Anchor;
  /** Where the focus goes when it closes; without it, where it was. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
  readonly labelledBy?: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  readonly offset?: number;
  /** Opened by the keyboard: the first item has the focus. */
  readonly fromFirst?: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The list itself, beside what opened it. */
export function FloatingMenu({
  anchor,
  finalFocus,
  labelledBy,
  items,
  align = 'end',
  side = 'bottom',
  offset = 6,
  fromFirst = false,
  open,
  onOpenChange,
}: FloatingMenuProps) {
  return (
    <BaseMenu.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner
          anchor={anchor}
          align={align}
          side={side}
          sideOffset={offset}
          className="z-50 outline-none"
        >
          <BaseMenu.Popup
            {...(labelledBy !== undefined && { 'aria-labelledby': labelledBy })}
            finalFocus={() => focusAfter(finalFocus)}
            {...(fromFirst && { onFocus: focusFirst })}
            className={menuPopupClasses}
          >
            <MenuItems items={items} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** What was chosen may have opened something that has the focus by now: it keeps it. */
function focusAfter(finalFocus: RefObject<HTMLElement | null> | undefined) {
  const { activeElement } = document;
  const isElsewhere =
    activeElement !== null &&
    activeElement !== document.body &&
    activeElement.closest('[role="menu"]') === null;
  return isElsewhere ? false : (finalFocus?.current ?? true);
}

/** The list is given the focus when it opens, and hands it on. */
function focusFirst({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget) return;
  currentTarget.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus();
}

export interface FloatingTooltipProps {
  readonly anchor: Anchor;
  readonly open: boolean;
  /** The pointer may go over the words without their going away (WCAG 1.4.13). */
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly children: ReactNode;
}

/** A few words beside what they are about. */
export function FloatingTooltip({ anchor, open, children, ...pointer }: FloatingTooltipProps) {
  return (
    <BaseTooltip.Root open={open}>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner anchor={anchor} sideOffset={6} className="z-50">
          <BaseTooltip.Popup
            {...pointer}
            className="rounded-control bg-text px-2.5 py-1.5 text-small text-background shadow-float transition-opacity duration-feedback data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

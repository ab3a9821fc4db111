import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { MenuItems, menuPopupClasses, type MenuItem } from './menu-items.tsx';

export interface MenuProps {
  /** A `Button` or an `IconButton`. */
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A short list of actions that drops from its button. */
export function Menu({
  trigger,
  items,
  align = 'end',
  side = 'bottom',
  open,
  onOpenChange,
}: MenuProps) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50 outline-none">
          <Base.Popup className={menuPopupClasses}>
            <MenuItems items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

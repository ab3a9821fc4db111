import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { ReactNode } from 'react';
import { MenuItems, menuPopupClasses, type MenuItem } from './menu-items.tsx';

export interface ContextMenuProps {
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
  readonly className?: string;
}

/** Right click or long press. Everything in it must also be reachable by a visible button. */
export function ContextMenu({ items, children, className }: ContextMenuProps) {
  return (
    <Base.Root>
      <Base.Trigger className={className}>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none">
          <Base.Popup className={menuPopupClasses}>
            <MenuItems items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { shortcutText } from '../actions/shortcut-text.ts';
import { classes } from '../hooks/classes.ts';

export type MenuItem =
  | {
      readonly label: string;
      readonly icon?: ReactNode;
      readonly onSelect: () => void;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      /** As `Mod+K`. */
      readonly shortcut?: string;
    }
  | 'separator';

export const menuPopupClasses = classes(
  'max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-float outline-none',
  'origin-(--transform-origin) transition-[opacity,scale] duration-feedback',
  'data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
);

/** The rows of a menu, shared by menus that drop down and menus that follow the pointer. */
export function MenuItems({ items }: { readonly items: readonly MenuItem[] }) {
  return items.map((item, position) => {
    if (item === 'separator') {
      const next = items[position + 1];
      const name = next === undefined || next === 'separator' ? 'end' : next.label;
      return <Base.Separator key={`line before ${name}`} className="mx-2 my-1 h-px bg-line" />;
    }
    return (
      <Base.Item
        key={item.label}
        disabled={item.disabled ?? false}
        onClick={item.onSelect}
        className={classes(
          'flex min-h-9 cursor-default items-center gap-3 rounded-control px-3 text-body outline-none select-none pointer-coarse:min-h-11',
          'data-disabled:opacity-50 data-highlighted:bg-hover [&_.lucide]:size-4.5',
          item.danger === true ? 'text-danger' : 'text-text [&_.lucide]:text-quiet',
        )}
      >
        {item.icon}
        <span className="min-w-0 flex-1">{item.label}</span>
        {item.shortcut !== undefined && (
          <kbd className="font-sans text-meta text-quiet">{shortcutText(item.shortcut)}</kbd>
        )}
      </Base.Item>
    );
  });
}

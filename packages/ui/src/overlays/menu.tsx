import {
  cloneElement,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react';
import { warmFloating } from './load-floating.ts';
import { useFloatingMenu } from './use-floating-menu.ts';
import type { MenuItem } from './menu-items.tsx';
import { OnceWanted } from './once-wanted.tsx';

export interface MenuProps {
  /** A `Button` or an `IconButton`. */
  readonly trigger: ReactElement<object>;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A short list of actions that drops from its button. */
export function Menu({ trigger, open, onOpenChange, ...list }: MenuProps) {
  const button = useRef<HTMLElement>(null);
  const id = useId();
  const [isOwnOpen, setOwnOpen] = useState(false);
  const [byKeyboard, setByKeyboard] = useState(false);
  const isOpen = open ?? isOwnOpen;
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  const floating = useFloatingMenu(isOpen, () => change(false));
  const onClick = ({ detail }: MouseEvent) => {
    // A click that no pointer made counts none.
    setByKeyboard(detail === 0);
    change(!isOpen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setByKeyboard(true);
    change(true);
  };
  return (
    <>
      {cloneElement(trigger, {
        id,
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        ...(isOpen && { 'data-popup-open': '' }),
        onClick,
        onKeyDown,
        onPointerEnter: warmFloating,
        onFocus: warmFloating,
      } as object)}
      {floating && (
        <OnceWanted wanted={isOpen}>
          <floating.FloatingMenu
            {...list}
            anchor={button}
            finalFocus={button}
            labelledBy={id}
            fromFirst={byKeyboard}
            open={isOpen}
            onOpenChange={change}
          />
        </OnceWanted>
      )}
    </>
  );
}

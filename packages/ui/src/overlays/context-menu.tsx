import {
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  type TouchEvent,
} from 'react';
import type { MenuItem } from './menu-items.tsx';
import { OnceWanted } from './once-wanted.tsx';
import { useFloatingMenu } from './use-floating-menu.ts';

export interface ContextMenuProps {
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
  readonly className?: string;
}

/** As long as the systems of phones wait. */
const LONG_PRESS_MS = 500;
/** A finger that moves further is scrolling. */
const PRESS_MOVES_MAX = 10;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Right click or long press. Everything in it must also be reachable by a visible button. */
export function ContextMenu({ items, children, className }: ContextMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState<Point>({ x: 0, y: 0 });
  const floating = useFloatingMenu(isOpen, () => setOpen(false));
  const openAt = (point: Point) => {
    setAt(point);
    setOpen(true);
  };
  const press = useLongPress(openAt);

  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    press.end(event);
    openAt({ x: event.clientX, y: event.clientY });
  };
  return (
    <>
      <div
        className={className}
        onContextMenu={onContextMenu}
        onTouchStart={press.begin}
        onTouchMove={press.move}
        onTouchEnd={press.end}
        onTouchCancel={press.end}
      >
        {children}
      </div>
      {floating && (
        <OnceWanted wanted={isOpen}>
          <floating.FloatingMenu
            items={items}
            anchor={{ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }}
            align="start"
            offset={0}
            open={isOpen}
            onOpenChange={setOpen}
          />
        </OnceWanted>
      )}
    </>
  );
}

/** Not every phone's browser tells of a long press as it tells of a right click. */
function useLongPress(onPress: (at: Point) => void) {
  const begun = useRef<{ readonly at: Point; readonly timer: number } | null>(null);
  const pressed = useRef(false);
  const stop = () => {
    if (begun.current) clearTimeout(begun.current.timer);
    begun.current = null;
  };
  const begin = (event: TouchEvent) => {
    stop();
    pressed.current = false;
    const at = pointOf(event);
    if (!at) return;
    const timer = window.setTimeout(() => {
      begun.current = null;
      pressed.current = true;
      onPress(at);
    }, LONG_PRESS_MS);
    begun.current = { at, timer };
  };
  const move = (event: TouchEvent) => {
    const at = pointOf(event);
    const from = begun.current?.at;
    if (!at || !from || Math.hypot(at.x - from.x, at.y - from.y) > PRESS_MOVES_MAX) stop();
  };
  const end = (event: SyntheticEvent) => {
    stop();
    // The finger is lifted over what has just opened: that chooses nothing and closes nothing.
    if (pressed.current) event.preventDefault();
    pressed.current = false;
  };
  return { begin, move, end };
}

function pointOf({ touches }: TouchEvent): Point | null {
  const touch = touches.length === 1 ? touches.item(0) : null;
  return touch && { x: touch.clientX, y: touch.clientY };
}

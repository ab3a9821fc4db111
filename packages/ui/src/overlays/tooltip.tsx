import {
  cloneElement,
  useEffect,
  useState,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { shortcutText } from '../actions/shortcut-text.ts';
import { Hover } from './hover.ts';
import { useFloating, warmFloating } from './load-floating.ts';
import { OnceWanted } from './once-wanted.tsx';

export interface TooltipProps {
  readonly text: string;
  /** As `Mod+K`. */
  readonly shortcut?: string;
  readonly children: ReactElement<object>;
}

interface Watched {
  readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus?: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
}

/** What an icon means, for those who hover or focus it. Never the only place a thing is said. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [hover] = useState(() => new Hover(setOpen));
  useEffect(() => hover.stay, [hover]);
  useEscape(isOpen, hover);
  // Nobody is told that words about a button did not come: its name is there without them.
  const floating = useFloating(isOpen, () => setOpen(false));

  const props: Watched = children.props;
  const watched: Watched = {
    onPointerEnter(event) {
      props.onPointerEnter?.(event);
      if (event.pointerType !== 'mouse') return;
      warmFloating();
      setAnchor(event.currentTarget);
      hover.enter();
    },
    onPointerLeave(event) {
      props.onPointerLeave?.(event);
      hover.leave();
    },
    onPointerDown(event) {
      props.onPointerDown?.(event);
      hover.now(false);
    },
    onFocus(event) {
      props.onFocus?.(event);
      // A click focuses, too; only a keyboard leaves one wondering where one is.
      if (!event.currentTarget.matches(':focus-visible')) return;
      setAnchor(event.currentTarget);
      hover.now(true);
    },
    onBlur(event) {
      props.onBlur?.(event);
      hover.now(false);
    },
  };
  return (
    <>
      {cloneElement(children, watched)}
      {floating && (
        <OnceWanted wanted={isOpen}>
          <floating.FloatingTooltip
            anchor={anchor}
            open={isOpen}
            onPointerEnter={hover.stay}
            onPointerLeave={hover.leave}
          >
            {text}
            {shortcut !== undefined && (
              <kbd className="ms-2 font-sans opacity-75">{shortcutText(shortcut)}</kbd>
            )}
          </floating.FloatingTooltip>
        </OnceWanted>
      )}
    </>
  );
}

/** Escape takes away what covers something, wherever the focus is. */
function useEscape(isOpen: boolean, hover: Hover): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hover.now(false);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen, hover]);
}

import type { KeyboardEvent, PointerEvent } from 'react';
import { LIST_WIDTH_PX } from '../../platform/appearance.ts';
import { useAppearance } from '../appearance-context.tsx';

const STEP_PX = 10;

/** The line between list and detail. Drag it, or focus it and use the arrow keys. */
export function ResizeHandle() {
  const { appearance, change } = useAppearance();
  const widthPx = appearance.listWidthPx;

  function resize(nextPx: number): void {
    const { min, max } = LIST_WIDTH_PX;
    change({ listWidthPx: Math.round(Math.min(max, Math.max(min, nextPx))) });
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    resize(rtl ? window.innerWidth - event.clientX : event.clientX);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: rtl ? STEP_PX : -STEP_PX,
      ArrowRight: rtl ? -STEP_PX : STEP_PX,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(widthPx + step);
  }

  return (
    // A focusable separator is a widget: https://www.w3.org/TR/wai-aria-1.2/#separator
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A line that is focused and dragged is no hr.
      role="separator"
      tabIndex={0}
      aria-label="Width of the list"
      aria-orientation="vertical"
      aria-valuenow={widthPx}
      aria-valuemin={LIST_WIDTH_PX.min}
      aria-valuemax={LIST_WIDTH_PX.max}
      className="relative w-px shrink-0 cursor-col-resize touch-none border-0 bg-line transition-colors duration-feedback after:absolute after:inset-y-0 after:-inset-x-1.5 after:z-10 hover:bg-edge focus-visible:bg-accent max-md:hidden"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onDoubleClick={() => resize(LIST_WIDTH_PX.usual)}
      onKeyDown={onKeyDown}
    />
  );
}

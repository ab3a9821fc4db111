import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { pan, WHOLE, zoomAt, type Stage, type View } from './zoom.ts';

const DOUBLE_CLICK_FACTOR = 2.5;
const WHEEL_STRENGTH = 0.0022;
const KEY_FACTORS: Readonly<Record<string, number>> = { '+': 1.4, '=': 1.4, '-': 1 / 1.4, '0': 0 };

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Given {
  readonly stage: RefObject<HTMLElement | null>;
  readonly picture: RefObject<HTMLElement | null>;
  /** A press beside the whole photo. */
  readonly onBeside: () => void;
}

/** Wheel, pinch, double click and `+` `-` `0` zoom; dragging moves what is zoomed. */
export function useZoom({ stage, picture, onBeside }: Given): {
  readonly view: View;
  readonly moving: boolean;
} {
  const [view, setView] = useState<View>(WHOLE);
  const [moving, setMoving] = useState(false);
  const pointers = useRef(new Map<number, Place>());

  function zoom(factor: number, at: Place, byHand: boolean) {
    const sizes = sizesOf(stage.current, picture.current);
    if (sizes === null) return;
    setMoving(byHand);
    setView((now) => zoomAt(now, factor, fromMiddle(at, stage.current), sizes));
  }

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * WHEEL_STRENGTH), placeOf(event), true);
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const factor = KEY_FACTORS[event.key];
    if (factor === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    zoom(factor, middleOf(stage.current), false);
  });
  const onDoubleClick = useEffectEvent((event: MouseEvent) => {
    zoom(view.scale > 1 ? 0 : DOUBLE_CLICK_FACTOR, placeOf(event), false);
  });
  const onClick = useEffectEvent((event: MouseEvent) => {
    // With the pointer captured every press ends on the stage: where it happened tells.
    const box = picture.current?.getBoundingClientRect();
    if (view.scale === 1 && box !== undefined && !isWithin(placeOf(event), box)) onBeside();
  });

  const onDown = useEffectEvent((event: PointerEvent) => {
    pointers.current.set(event.pointerId, placeOf(event));
    stage.current?.setPointerCapture(event.pointerId);
  });
  const onMove = useEffectEvent((event: PointerEvent) => {
    const from = pointers.current.get(event.pointerId);
    const sizes = sizesOf(stage.current, picture.current);
    if (from === undefined || sizes === null) return;
    const to = placeOf(event);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      setMoving(true);
      setView((now) => pan(now, { x: to.x - from.x, y: to.y - from.y }, sizes));
    } else {
      zoom(distance(to, other) / Math.max(1, distance(from, other)), between(to, other), true);
    }
    pointers.current.set(event.pointerId, to);
  });
  const onUp = useEffectEvent((event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size === 0) setMoving(false);
  });

  useEffect(() => {
    const box = stage.current;
    if (box === null) return undefined;
    const gone = new AbortController();
    const { signal } = gone;
    // Not passive, or the page would zoom instead of the photo.
    box.addEventListener('wheel', (event) => onWheel(event), { passive: false, signal });
    box.addEventListener('dblclick', (event) => onDoubleClick(event), { signal });
    box.addEventListener('click', (event) => onClick(event), { signal });
    box.addEventListener('pointerdown', (event) => onDown(event), { signal });
    box.addEventListener('pointermove', (event) => onMove(event), { signal });
    box.addEventListener('pointerup', (event) => onUp(event), { signal });
    box.addEventListener('pointercancel', (event) => onUp(event), { signal });
    window.addEventListener('keydown', (event) => onKey(event), { signal });
    return () => gone.abort();
  }, [stage]);

  return { view, moving };
}

function placeOf(event: MouseEvent): Place {
  return { x: event.clientX, y: event.clientY };
}

function sizesOf(stage: HTMLElement | null, picture: HTMLElement | null): Stage | null {
  if (stage === null || picture === null) return null;
  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    // Layout sizes: what the photo takes before it is transformed.
    photo: { width: picture.offsetWidth, height: picture.offsetHeight },
  };
}

function middleOf(box: HTMLElement | null): Place {
  const { left = 0, top = 0, width = 0, height = 0 } = box?.getBoundingClientRect() ?? {};
  return { x: left + width / 2, y: top + height / 2 };
}

function fromMiddle(at: Place, box: HTMLElement | null): Place {
  const middle = middleOf(box);
  return { x: at.x - middle.x, y: at.y - middle.y };
}

function isWithin({ x, y }: Place, box: DOMRect): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function between(one: Place, other: Place): Place {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

import { useEffect, useRef, useState } from 'react';

/** What a movement shows stays for a moment after it. */
const LINGERS_MS = 900;

export interface Moving {
  readonly moving: boolean;
  readonly onMove: () => void;
  readonly onRest: () => void;
}

/** Whether something is moving under the reader's hand, or was until just now. */
export function useMoving(): Moving {
  const [moving, setMoving] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    moving,
    onMove() {
      clearTimeout(timer.current);
      setMoving(true);
    },
    onRest() {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setMoving(false), LINGERS_MS);
    },
  };
}

import { invariant, type Clock } from '@sotto/kit';
import { createContext, useContext } from 'react';

const ClockContext = createContext<Clock | null>(null);

/** Hands every screen the page's clock. */
export const ClockProvider = ClockContext.Provider;

/** What time it is, and how to ask again. */
export function useClock(): Clock {
  const clock = useContext(ClockContext);
  invariant(clock !== null, 'a screen stands inside ClockProvider');
  return clock;
}

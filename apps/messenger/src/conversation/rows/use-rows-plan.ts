import { useEffect, useState } from 'react';
import { planRows, type Row, type RowsPlan } from './build-rows.ts';

/** Follows the rows in steps that a virtual list can take without moving what is being read. */
export function useRowsPlan(next: readonly Row[]): RowsPlan {
  const [step, setStep] = useState(() => ({ next, plan: planRows([], next) }));
  let { plan } = step;
  if (step.next !== next) {
    plan = planRows(plan.rows, next);
    setStep({ next, plan });
  }

  useEffect(() => {
    if (!plan.incomplete) return undefined;
    // Not at once: the list has just scrolled to stay in place and must hear of it first.
    const frame = requestAnimationFrame(() => setStep({ next, plan: planRows(plan.rows, next) }));
    return () => cancelAnimationFrame(frame);
  }, [next, plan]);
  return plan;
}

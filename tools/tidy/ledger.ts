import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is let be for now: check, then place, then how often. It only shrinks: an entry that allows
 * more than there is fails as surely as a breach.
 */
type Ledger = Readonly<Record<string, Readonly<Record<string, number>>>>;

// SAFETY: our own file, read by this test alone; a wrong shape fails it.
const ledger = JSON.parse(readFileSync(join(import.meta.dirname, 'ledger.json'), 'utf8')) as Ledger;

/** What breaks a check beyond its ledger, and what the ledger allows in vain. Empty when all is well. */
export function compareWithLedger(check: string, broken: readonly string[]): readonly string[] {
  const allowed = ledger[check] ?? {};
  const counts = new Map<string, number>();
  for (const place of broken) {
    const path = place.replace(/:\d+$/, '');
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const tooMany = broken.filter((place) => {
    const path = place.replace(/:\d+$/, '');
    return (counts.get(path) ?? 0) > (allowed[path] ?? 0);
  });
  const inVain = Object.entries(allowed)
    .filter(([path, count]) => count > (counts.get(path) ?? 0))
    .map(([path]) => `ledger.json allows more than there is: ${path}`);
  return [...tooMany, ...inVain];
}

/** The checks the ledger speaks of. */
export function listLedgerChecks(): readonly string[] {
  return Object.keys(ledger);
}

import { runJourney, type Journey } from './support/journey.ts';
import { journeys } from './journeys/index.ts';

/** Each has a server and browsers of its own, and waits for them most of the time. */
const AT_ONCE = 2;

// `node e2e/dist/main.js [words]` runs the journeys whose name has the words; without words, all.
const words = process.argv.slice(2).join(' ').toLowerCase();
const waiting = journeys.filter(({ name }) => name.toLowerCase().includes(words));

let passed = 0;
let failed = 0;
await Promise.all(Array.from({ length: AT_ONCE }, runWaiting));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runWaiting(): Promise<void> {
  for (let journey = waiting.shift(); journey; journey = waiting.shift()) await report(journey);
}

async function report(journey: Journey): Promise<void> {
  const startMs = performance.now();
  const seconds = () => ((performance.now() - startMs) / 1000).toFixed(1);
  try {
    await runJourney(journey);
    passed += 1;
    console.log(`  ok    ${journey.name} (${seconds()} s)`);
  } catch (cause) {
    failed += 1;
    console.log(`  FAIL  ${journey.name} (${seconds()} s)`);
    console.log(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  }
}

import { runJourney } from './support/journey.ts';
import { journeys } from './journeys/index.ts';

// `node e2e/dist/main.js [words]` runs the journeys whose name has the words; without words, all.
const words = process.argv.slice(2).join(' ').toLowerCase();
const chosen = journeys.filter(({ name }) => name.toLowerCase().includes(words));

let passed = 0;
let failed = 0;
for (const journey of chosen) {
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
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

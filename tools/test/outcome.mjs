import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * How many checks of a step held.
 *
 * @typedef {{ passed: number, failed: number }} Outcome
 */

const SUMMARY = /^(\d+) passed, (\d+) failed$/;

/**
 * A check that either holds or does not.
 *
 * @param {number} code
 * @returns {Outcome}
 */
export function outcomeOfCheck(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A runner whose last line is "N passed, N failed". Without that line it did not get to the end.
 *
 * @param {{ code: number, output: string }} ended
 * @returns {Outcome}
 */
export function outcomeOfSummary({ code, output }) {
  const [, passed = '0', failed = '1'] = SUMMARY.exec(output.trim().split('\n').at(-1) ?? '') ?? [];
  return atLeastOne({ passed: Number(passed), failed: Number(failed) }, code);
}

/**
 * Adds up vitest's JSON report. A file that does not load has no tests, so it counts as one that
 * failed; a test that was skipped did not hold, so it fails too.
 *
 * @param {string} reportPath
 * @param {number} code
 * @returns {Outcome}
 */
export function outcomeOfVitest(reportPath, code) {
  if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportPath, 'utf8'));
  rmSync(reportPath);
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.log(`${skipped} tests were skipped; each counts as failed.`);
  const failed = report.numFailedTests + broken + skipped;
  return atLeastOne({ passed: report.numPassedTests, failed }, code);
}

/**
 * A step that ran nothing, or ended badly without saying where, has failed.
 *
 * @param {Outcome} outcome
 * @param {number} code
 * @returns {Outcome}
 */
function atLeastOne({ passed, failed }, code) {
  const isSilentFailure = failed === 0 && (passed === 0 || code !== 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

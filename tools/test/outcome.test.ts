import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isNodeSupported } from '../lib/check-node.mjs';
import { outcomeOfCheck, outcomeOfSummary, outcomeOfVitest } from './outcome.mjs';
import { runSteps } from './run-steps.mjs';

test.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
  ['18.20.0', false],
])('Node.js %s is new enough: %s', (version, answer) => {
  expect(isNodeSupported(version)).toBe(answer);
});

test.each([
  { says: 'all passed', code: 0, output: 'x\n3 passed, 0 failed\n', passed: 3, failed: 0 },
  { says: 'some failed', code: 1, output: '2 passed, 1 failed', passed: 2, failed: 1 },
  { says: 'nothing ran', code: 0, output: '0 passed, 0 failed', passed: 0, failed: 1 },
  { says: 'no summary', code: 0, output: 'all good', passed: 0, failed: 1 },
  {
    says: 'a summary that is not the end',
    code: 0,
    output: '3 passed, 0 failed\nthen this',
    passed: 0,
    failed: 1,
  },
  {
    says: 'a bad end after a good summary',
    code: 1,
    output: '3 passed, 0 failed',
    passed: 3,
    failed: 1,
  },
])('a runner with $says: $passed passed, $failed failed', ({ code, output, passed, failed }) => {
  expect(outcomeOfSummary({ code, output })).toEqual({ passed, failed });
});

test('a check counts as one', () => {
  expect(outcomeOfCheck(0)).toEqual({ passed: 1, failed: 0 });
  expect(outcomeOfCheck(2)).toEqual({ passed: 0, failed: 1 });
});

function writeReport(report: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-outcome-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  writeFileSync(path, JSON.stringify({ ...empty, testResults: [], ...report }));
  return path;
}

const broken = { status: 'failed', assertionResults: [] };

test.each([
  { says: 'passed tests', report: { numPassedTests: 5 }, code: 0, passed: 5, failed: 0 },
  {
    says: 'a failed test',
    report: { numPassedTests: 5, numFailedTests: 1 },
    code: 1,
    passed: 5,
    failed: 1,
  },
  {
    says: 'a skipped test',
    report: { numPassedTests: 5, numPendingTests: 1 },
    code: 0,
    passed: 5,
    failed: 1,
  },
  {
    says: 'a file that does not load',
    report: { numPassedTests: 5, testResults: [broken] },
    code: 1,
    passed: 5,
    failed: 1,
  },
  {
    says: 'an error outside any test',
    report: { numPassedTests: 5 },
    code: 1,
    passed: 5,
    failed: 1,
  },
  { says: 'no tests', report: {}, code: 0, passed: 0, failed: 1 },
])(
  'a vitest report with $says: $passed passed, $failed failed',
  ({ report, code, passed, failed }) => {
    expect(outcomeOfVitest(writeReport(report), code)).toEqual({ passed, failed });
  },
);

test('a vitest report is read once, so that a run without one does not count the last', () => {
  const path = writeReport({ numPassedTests: 5 });

  outcomeOfVitest(path, 0);

  expect(existsSync(path)).toBe(false);
  expect(outcomeOfVitest(path, 0)).toEqual({ passed: 0, failed: 1 });
});

test('every step runs, also after one failed, and all are added up', async () => {
  const ran: string[] = [];
  const step = (name: string, outcome: { passed: number; failed: number }) => ({
    name,
    isQuick: true,
    minutesMax: 1,
    run: async () => {
      ran.push(name);
      return outcome;
    },
  });
  const steps = [step('one', { passed: 1, failed: 2 }), step('two', { passed: 3, failed: 0 })];

  const interrupted = new AbortController().signal;
  const total = await runSteps(steps, { env: {}, interrupted, say: () => undefined });

  expect(ran).toEqual(['one', 'two']);
  expect(total).toEqual({ passed: 4, failed: 2 });
});

test('an interrupted run stops and has failed', async () => {
  const interruption = new AbortController();
  const run = async () => {
    interruption.abort(new Error('interrupted'));
    return { passed: 1, failed: 0 };
  };
  const steps = [1, 2].map((name) => ({ name: String(name), isQuick: true, minutesMax: 1, run }));

  const interrupted = interruption.signal;
  const total = await runSteps(steps, { env: {}, interrupted, say: () => undefined });

  expect(total).toEqual({ passed: 1, failed: 1 });
});

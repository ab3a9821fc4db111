import { expect, test } from 'vitest';
import { parseCpuMs, parseRssBytes, readProcessUsage } from './process-usage.ts';

test.each(['node', 'a (strange) name) 7 8'])(
  'the processor time of "%s" is user and system time together',
  (name) => {
    const stat = `42 (${name}) S 1 42 42 0 -1 4194304 900 0 3 0 250 75 0 0 20 0 11 0 100 1 2 3`;

    expect(parseCpuMs(stat)).toBe(3250);
  },
);

test('memory is what is resident, not what is reserved', () => {
  expect(parseRssBytes('Name:\tnode\nVmSize:\t 99999 kB\nVmRSS:\t   1000 kB\n')).toBe(1_024_000);
});

test('this very process has used some of both', () => {
  const { cpuMs, rssBytes } = readProcessUsage(process.pid);

  expect(cpuMs).toBeGreaterThan(0);
  expect(rssBytes).toBeGreaterThan(1_000_000);
});

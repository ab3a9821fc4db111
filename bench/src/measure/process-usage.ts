import { readFileSync } from 'node:fs';

export interface ProcessUsage {
  /** Time on a processor since the process began, in its own code and in the system's on its behalf. */
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** What Linux counts in, for programs, on every kind of machine. */
const TICK_MS = 10;

/** Reads what Linux knows about a process; throws when there is no such process. */
export function readProcessUsage(pid: number): ProcessUsage {
  return {
    cpuMs: parseCpuMs(readFileSync(`/proc/${pid}/stat`, 'utf8')),
    rssBytes: parseRssBytes(readFileSync(`/proc/${pid}/status`, 'utf8')),
  };
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function parseCpuMs(stat: string): number {
  // The program's name stands in parentheses and may hold spaces and parentheses itself. After it
  // comes field 3; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[14 - 3]) + Number(fields[15 - 3])) * TICK_MS;
}

export function parseRssBytes(status: string): number {
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) * 1024;
}

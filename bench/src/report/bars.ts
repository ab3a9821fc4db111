/** What a figure must be, in words and numbers. */
export interface Bar {
  readonly name: string;
  readonly wants: 'at least' | 'at most';
  readonly limit: number;
  readonly unit: string;
  readonly digits: number;
}

export const bars = {
  floorRatio: bar('messages/s, of the floor', 'at least', 0.3, { unit: '', digits: 2 }),
  cpuMs: bar('CPU per message', 'at most', 0.7, { unit: ' ms', digits: 2 }),
  sendP99Ms: bar('send p99 at half of the maximum', 'at most', 25, { unit: ' ms', digits: 1 }),
  policyPercent: bar('policy, added to a message', 'at most', 5, { unit: ' %', digits: 1 }),
  crowdJoinMs: bar('group of 1,000: join, p99', 'at most', 100, { unit: ' ms', digits: 1 }),
  crowdSendP99Ms: bar('group of 1,000: send p99', 'at most', 50, { unit: ' ms', digits: 1 }),
  crowdDeliverP99Ms: bar('group of 1,000: deliver p99', 'at most', 150, { unit: ' ms', digits: 1 }),
  kilobytesPerEvent: bar('database per event', 'at most', 1.8, { unit: ' KB', digits: 2 }),
  kilobytesPerIdleSync: bar('memory per idle sync', 'at most', 20, { unit: ' KB', digits: 1 }),
  startSeconds: bar('start on a filled database', 'at most', 2, { unit: ' s', digits: 2 }),
  scriptKilobytes: bar('first load, script', 'at most', 350, { unit: ' kB gzip', digits: 0 }),
} as const satisfies Readonly<Record<string, Bar>>;

export type Figures = { readonly [Name in keyof typeof bars]?: number };

export function isMet({ wants, limit }: Bar, figure: number): boolean {
  return wants === 'at least' ? figure >= limit : figure <= limit;
}

/** A row for each figure: its name, what was measured, what was wanted, and whether that is enough. */
export function judge(figures: Figures): { rows: readonly (readonly string[])[]; failed: number } {
  const judged = Object.entries(figures).map(([name, figure]) => {
    // SAFETY: `Figures` has no other names than those of the bars.
    const bar: Bar = bars[name as keyof typeof bars];
    const sign = bar.wants === 'at least' ? '≥' : '≤';
    const print = (value: number) => `${value.toFixed(bar.digits)}${bar.unit}`;
    const met = isMet(bar, figure);
    const row = [bar.name, print(figure), `${sign} ${print(bar.limit)}`, met ? 'met' : 'MISSED'];
    return { row, met };
  });
  return {
    rows: judged.map(({ row }) => row),
    failed: judged.filter(({ met }) => !met).length,
  };
}

function bar(
  name: string,
  wants: Bar['wants'],
  limit: number,
  { unit, digits }: { unit: string; digits: number },
): Bar {
  return { name, wants, limit, unit, digits };
}

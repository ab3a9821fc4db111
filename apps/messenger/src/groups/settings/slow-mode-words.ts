const SECOND_MS = 1_000;
const MINUTE_SECONDS = 60;

const choices: readonly (readonly [number, string])[] = [
  [0, 'Off'],
  [10, 'Every 10 seconds'],
  [30, 'Every 30 seconds'],
  [60, 'Every minute'],
  [300, 'Every 5 minutes'],
  [900, 'Every 15 minutes'],
  [3_600, 'Every hour'],
  [21_600, 'Every 6 hours'],
];

/** How often members may write; what another client chose is there as well. */
export function slowModeOptions(
  seconds: number,
): readonly { readonly value: string; readonly label: string }[] {
  const known = choices.some(([choice]) => choice === seconds);
  const all = known ? choices : [...choices, [seconds, `Every ${seconds} seconds`] as const];
  return all
    .toSorted(([one], [other]) => one - other)
    .map(([choice, label]) => ({ value: String(choice), label }));
}

/** How long something still takes, as `0:24` or `1:05:00`. */
export function countdown(leftMs: number): string {
  const left = Math.max(0, Math.ceil(leftMs / SECOND_MS));
  const seconds = String(left % MINUTE_SECONDS).padStart(2, '0');
  const minutes = Math.floor(left / MINUTE_SECONDS);
  if (minutes < 60) return `${minutes}:${seconds}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${seconds}`;
}

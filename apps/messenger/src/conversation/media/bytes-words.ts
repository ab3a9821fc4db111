const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file's size as people say it: `812 bytes`, `1.4 MB`, `52 MB`. */
export function bytesWords(bytes: number): string {
  let value = Math.max(0, bytes);
  let step = 0;
  // 999.5 would round to "1000 kB": the next unit says it better.
  while (value >= 999.5 && step < UNITS.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step === 0 || value >= 9.95 ? 0 : 1;
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${UNITS[step]}`;
}

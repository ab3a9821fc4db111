const SECOND_MS = 1_000;

/** `2:05`, down to `0:00`; begun seconds count whole. */
export function leftText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND_MS));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

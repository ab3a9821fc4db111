/** The dark squares of a code, as anything that draws codes tells them. */
export interface Squares {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** The light border that scanners need, in squares. */
export const QUIET_ZONE = 4;

/** The dark squares as one SVG path, each run of them in a row as one stroke. */
export function qrPath(squares: Squares): string {
  const strokes: string[] = [];
  for (let y = 0; y < squares.size; y += 1) {
    let start = -1;
    for (let x = 0; x <= squares.size; x += 1) {
      const isDark = x < squares.size && squares.get(x, y);
      if (isDark && start === -1) start = x;
      if (isDark || start === -1) continue;
      strokes.push(`M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${x - start}v1h${start - x}z`);
      start = -1;
    }
  }
  return strokes.join('');
}

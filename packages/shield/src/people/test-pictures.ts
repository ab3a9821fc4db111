/** The light of a picture at a place, from 0 to 255; places are from 0 to 1. */
export type Picture = (x: number, y: number) => number;

/** What becomes of a picture that is copied. */
export interface Change {
  readonly sizePx?: number;
  /** How much of each side is cut off. */
  readonly cut?: number;
  /** What a lossy format adds or takes at most, of 255. */
  readonly noise?: number;
  readonly light?: number;
  readonly lift?: number;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function rolls(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  readonly light: number;
}

function spots(count: number, roll: () => number): readonly Spot[] {
  return Array.from({ length: count }, () => ({
    x: roll(),
    y: roll(),
    wide: 0.05 + roll() * 0.3,
    high: 0.05 + roll() * 0.3,
    light: (roll() - 0.5) * 260,
  }));
}

function lightOf({ x: atX, y: atY, wide, high, light }: Spot, x: number, y: number): number {
  return light * Math.exp(-(((x - atX) / wide) ** 2) - ((y - atY) / high) ** 2);
}

/** Light and dark spots anywhere on a slope. */
export function landscape(seed: number): Picture {
  const roll = rolls(seed);
  const [slopeX, slopeY] = [(roll() - 0.5) * 120, (roll() - 0.5) * 120];
  const all = spots(14, roll);
  return (x, y) =>
    all.reduce((sum, spot) => sum + lightOf(spot, x, y), 128 + slopeX * x + slopeY * y);
}

/** What most photos of people are: a face in the middle, hair above, shoulders below; the rest differs. */
export function face(seed: number): Picture {
  const roll = rolls(seed + 1_000);
  const near = (about: number, by: number) => about + (roll() - 0.5) * by;
  const behind = landscape(seed + 2_000);
  const parts: readonly Spot[] = [
    {
      x: near(0.5, 0.16),
      y: near(0.45, 0.14),
      wide: near(0.22, 0.1),
      high: near(0.28, 0.1),
      light: near(90, 90),
    },
    {
      x: near(0.5, 0.16),
      y: near(0.15, 0.12),
      wide: near(0.26, 0.14),
      high: near(0.14, 0.1),
      light: near(-90, 140),
    },
    {
      x: near(0.5, 0.2),
      y: near(0.95, 0.1),
      wide: near(0.42, 0.2),
      high: near(0.22, 0.12),
      light: near(0, 240),
    },
    { x: near(0.42, 0.06), y: near(0.42, 0.08), wide: 0.05, high: 0.03, light: near(-80, 40) },
    { x: near(0.58, 0.06), y: near(0.42, 0.08), wide: 0.05, high: 0.03, light: near(-80, 40) },
  ];
  return (x, y) => parts.reduce((sum, spot) => sum + lightOf(spot, x, y), behind(x, y) * 0.7 + 30);
}

export interface Drawn {
  readonly sizePx: number;
  readonly light: readonly number[];
}

export function drawn(picture: Picture, change: Change = {}): Drawn {
  const { sizePx = 60, cut = 0, noise = 0, light = 1, lift = 0 } = change;
  const roll = rolls(sizePx + 7);
  const place = (at: number) => cut + ((at + 0.5) / sizePx) * (1 - 2 * cut);
  const pixels = Array.from({ length: sizePx * sizePx }, (_, at) => {
    const seen = picture(place(at % sizePx), place(Math.floor(at / sizePx)));
    const changed = seen * light + lift + (roll() - 0.5) * 2 * noise;
    return Math.min(255, Math.max(0, Math.round(changed)));
  });
  return { sizePx, light: pixels };
}

/** As a canvas draws it in 9 by 8 pixels: each the mean of what it covers. */
export function shrunk({ sizePx, light }: Drawn): readonly number[] {
  return Array.from({ length: 9 * 8 }, (_, at) => {
    const [left, right] = [at % 9, (at % 9) + 1].map((x) => Math.floor((x * sizePx) / 9));
    const row = Math.floor(at / 9);
    const [top, bottom] = [row, row + 1].map((y) => Math.floor((y * sizePx) / 8));
    let sum = 0;
    let count = 0;
    for (let y = top ?? 0; y < (bottom ?? 0); y += 1) {
      for (let x = left ?? 0; x < (right ?? 0); x += 1) {
        sum += light[y * sizePx + x] ?? 0;
        count += 1;
      }
    }
    const mean = sum / count;
    return [mean, mean, mean, 255];
  }).flat();
}

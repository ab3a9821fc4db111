/** How this device shows Sotto. Kept here only: a phone and a desk want different sizes. */
export interface Appearance {
  readonly theme: 'system' | 'light' | 'dark';
  readonly messageSizePx: number;
  readonly listWidthPx: number;
}

export const MESSAGE_SIZE_PX = { min: 13, max: 20, usual: 15 } as const;
export const LIST_WIDTH_PX = { min: 320, max: 380, usual: 340 } as const;

/** Also read by `public/early.js`, which sets the theme before the first paint. */
const STORAGE_KEY = 'sotto.appearance';

const PAPER = { light: '#fbfaf8', dark: '#121413' } as const;

/** The appearance in `kept`, with every missing or senseless part as usual. */
export function parseAppearance(kept: string | null): Appearance {
  const found = parseRecord(kept);
  return {
    theme: found['theme'] === 'light' || found['theme'] === 'dark' ? found['theme'] : 'system',
    messageSizePx: withinRange(found['messageSizePx'], MESSAGE_SIZE_PX),
    listWidthPx: withinRange(found['listWidthPx'], LIST_WIDTH_PX),
  };
}

/** The theme to show, once the system has been asked. */
export function resolveTheme(theme: Appearance['theme'], systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}

export function readAppearance(): Appearance {
  try {
    return parseAppearance(localStorage.getItem(STORAGE_KEY));
  } catch {
    // NOTE: storage can be switched off; the usual appearance still works.
    return parseAppearance(null);
  }
}

export function keepAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(appearance));
  } catch {
    // NOTE: full or switched-off storage loses a preference at the next start, nothing more.
  }
}

/** Puts the appearance on the page: tokens do the rest. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement;
  if (appearance.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = appearance.theme;
  root.style.setProperty('--sotto-message-size', `${appearance.messageSizePx / 16}rem`);
  root.style.setProperty('--sotto-list-width', `${appearance.listWidthPx}px`);
  paintBrowserFrame(appearance.theme);
}

function paintBrowserFrame(theme: Appearance['theme']): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const systemIsDark = meta.media.includes('dark');
    meta.content = PAPER[resolveTheme(theme, systemIsDark)];
  }
}

function parseRecord(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // NOTE: another program's or an older shape; treated as nothing kept.
    return {};
  }
}

function withinRange(
  value: unknown,
  range: { readonly min: number; readonly max: number; readonly usual: number },
): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return range.usual;
  return Math.round(Math.min(range.max, Math.max(range.min, value)));
}

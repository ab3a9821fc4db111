/** The parts of a keyboard event a shortcut is matched on. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Whether a press is the shortcut: `Mod+K`, `Alt+ArrowUp`, `Escape`, `?`. `Mod` is ⌘ on Apple
 * keyboards and Ctrl elsewhere. Shift is part of typing a sign such as `?`, so it only counts where
 * it is named or the key is a letter.
 */
export function isShortcut(press: KeyPress, shortcut: string, apple: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);

  const mod = apple ? press.metaKey : press.ctrlKey;
  const otherMod = apple ? press.ctrlKey : press.metaKey;
  if (mod !== wants('Mod') || otherMod || press.altKey !== wants('Alt')) return false;

  const shiftMatters = wants('Shift') || key.length > 1 || /\p{L}/u.test(key);
  if (shiftMatters && press.shiftKey !== wants('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

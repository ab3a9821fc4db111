/** Writes `Mod+K` the way this machine's keyboard says it: `⌘ K` or `Ctrl K`. */
export function shortcutText(shortcut: string, platform: string = navigator.platform): string {
  const apple = /^(Mac|iPhone|iPad)/u.test(platform);
  return shortcut
    .split('+')
    .map((key) => (key === 'Mod' ? (apple ? '⌘' : 'Ctrl') : key))
    .join(' ');
}

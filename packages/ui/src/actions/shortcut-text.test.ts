import { expect, test } from 'vitest';
import { shortcutText } from './shortcut-text.ts';

test.each([
  ['Mod+K', 'MacIntel', '⌘ K'],
  ['Mod+K', 'Win32', 'Ctrl K'],
  ['Alt+↑', 'Linux x86_64', 'Alt ↑'],
  ['?', 'iPad', '?'],
])('%s on %s reads %s', (shortcut, platform, text) => {
  expect(shortcutText(shortcut, platform)).toBe(text);
});

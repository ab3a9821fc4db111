import { describe, expect, test } from 'vitest';
import { isShortcut } from './shortcut-match.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('isShortcut', () => {
  test.each([
    { says: 'Ctrl K is Mod+K', press: { key: 'k', ctrlKey: true }, shortcut: 'Mod+K', is: true },
    { says: 'K alone is not', press: { key: 'k' }, shortcut: 'Mod+K', is: false },
    {
      says: 'Ctrl Shift K is another shortcut',
      press: { key: 'K', ctrlKey: true, shiftKey: true },
      shortcut: 'Mod+K',
      is: false,
    },
    {
      says: 'Ctrl Alt K types a letter on some keyboards',
      press: { key: 'k', ctrlKey: true, altKey: true },
      shortcut: 'Mod+K',
      is: false,
    },
    {
      says: '? needs Shift to be typed',
      press: { key: '?', shiftKey: true },
      shortcut: '?',
      is: true,
    },
    { says: '? without Shift, on other layouts', press: { key: '?' }, shortcut: '?', is: true },
    { says: 'Alt ↑', press: { key: 'ArrowUp', altKey: true }, shortcut: 'Alt+ArrowUp', is: true },
    {
      says: 'Alt Shift ↑ is not Alt ↑',
      press: { key: 'ArrowUp', altKey: true, shiftKey: true },
      shortcut: 'Alt+ArrowUp',
      is: false,
    },
    { says: 'Escape', press: { key: 'Escape' }, shortcut: 'Escape', is: true },
    {
      says: '⌘ K on other machines',
      press: { key: 'k', metaKey: true },
      shortcut: 'Mod+K',
      is: false,
    },
  ])('$says: $is', ({ press, shortcut, is }) => {
    expect(isShortcut({ ...plain, ...press }, shortcut, false)).toBe(is);
  });

  test('on Apple keyboards ⌘ K is Mod+K and Ctrl K is not', () => {
    expect(isShortcut({ ...plain, key: 'k', metaKey: true }, 'Mod+K', true)).toBe(true);
    expect(isShortcut({ ...plain, key: 'k', ctrlKey: true }, 'Mod+K', true)).toBe(false);
  });
});

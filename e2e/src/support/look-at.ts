import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible } from './accessibility.ts';
import { DESKTOP, PHONE } from './browser.ts';
import { SCREENSHOTS } from './journey.ts';

const LOOKS = [
  { name: 'desktop-light', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'phone-light', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark' },
] as const;

/** Photographs a screen on desktop and phone, in light and dark, and asks axe about each. */
export async function lookAt(page: Page, name: string, ready?: () => Promise<void>): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  for (const look of LOOKS) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await ready?.();
    // A theme that is still fading in is none that anybody reads.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    );
    await page.screenshot({
      animations: 'disabled',
      path: join(SCREENSHOTS, `${name}-${look.name}.png`),
    });
    await expectAccessible(page, `${name} (${look.name})`);
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

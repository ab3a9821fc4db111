import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible } from './accessibility.ts';
import { DESKTOP, PHONE } from './browser.ts';
import { SCREENSHOTS } from './journey.ts';

const VIEWPORTS = [
  { name: 'desktop', size: DESKTOP },
  { name: 'phone', size: PHONE },
] as const;
const COLOURS = ['light', 'dark'] as const;

/** Photographs a screen on desktop and phone, in light and dark, and asks axe about each. */
export async function lookAt(page: Page, name: string, ready?: () => Promise<void>): Promise<void> {
  for (const viewport of VIEWPORTS) {
    await page.setViewportSize(viewport.size);
    await lookAtColours(page, `${name}-${viewport.name}`, ready);
  }
  await page.setViewportSize(DESKTOP);
}

/** The same of what stands over a page, and is opened anew on each: a page may be laid out otherwise. */
export async function lookAtOpened(
  page: Page,
  name: string,
  open: () => Promise<void>,
): Promise<void> {
  for (const viewport of VIEWPORTS) {
    await page.setViewportSize(viewport.size);
    await page.reload();
    await open();
    await lookAtColours(page, `${name}-${viewport.name}`);
  }
  await page.setViewportSize(DESKTOP);
  await page.reload();
}

async function lookAtColours(page: Page, name: string, ready?: () => Promise<void>): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  for (const colorScheme of COLOURS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await ready?.();
    // A theme that is still fading in is none that anybody reads.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    );
    const path = join(SCREENSHOTS, `${name}-${colorScheme}.png`);
    await page.screenshot({ animations: 'disabled', path });
    await expectAccessible(page, `${name} (${colorScheme})`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

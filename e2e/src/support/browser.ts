import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** One person's browser: a profile of its own, kept while it is closed. */
export interface PersonBrowser {
  readonly page: Page;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly profileDir: string;
  readonly url: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Whether pages keep a copy of the app, as they usually do. What is routed must not come from it. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** Where complaints of the page are collected: errors, policy violations, requests elsewhere. */
  readonly complaints: string[];
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export async function openBrowser(options: BrowserOptions): Promise<PersonBrowser> {
  const context = await chromium.launchPersistentContext(options.profileDir, {
    executablePath: process.env['SOTTO_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    viewport: options.viewport ?? DESKTOP,
    colorScheme: options.colorScheme ?? 'light',
    serviceWorkers: options.serviceWorkers ?? 'allow',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Typing, presence and timers are to be seen as they are.
    reducedMotion: 'reduce',
  });
  watch(context, options);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(options.url);
  return { page, close: () => context.close() };
}

export async function newProfile(dir: string, name: string): Promise<string> {
  return mkdtemp(join(dir, `${name}-`));
}

function watch(context: BrowserContext, { url, complaints }: BrowserOptions): void {
  const { origin } = new URL(url);
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(text)) complaints.push(text);
      if (/unable to decrypt|UISI|DecryptionError/i.test(text)) complaints.push(text);
    });
  };
  context.on('page', watchPage);
  for (const page of context.pages()) watchPage(page);
  context.on('request', (request) => {
    const target = request.url();
    const isOwn = target.startsWith(origin) || /^(blob|data|about|chrome-extension):/.test(target);
    if (!isOwn) complaints.push(`a request elsewhere: ${new URL(target).origin}`);
  });
}

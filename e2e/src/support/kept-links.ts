import type { Page } from 'playwright-core';

/** Notes which link the page lets open, and keeps it from being visited for real. */
export function keepLinksHere(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[target=_blank]');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    document.documentElement.dataset['opened'] = link.getAttribute('href') ?? '';
  });
}

export function openedIn(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-opened');
}

import type { Page } from 'playwright-core';
import type { Stage } from './journey.ts';
import { signUp } from './steps.ts';

const names = {
  mira: 'Mira Kovac',
  jonas: 'Jonas Weber',
  noor: 'Noor Haddad',
  nora: 'Nora Lind',
  lena: 'Lena Novak',
} as const;

/** People who are new here, each signed up in a browser of their own. */
export async function signUpAll<Username extends keyof typeof names>(
  stage: Stage,
  ...usernames: readonly Username[]
): Promise<Record<Username, Page>> {
  const pages = new Map<Username, Page>();
  for (const username of usernames) {
    const { page } = await stage.open(await stage.newProfile(username));
    await signUp(page, { name: names[username], username });
    pages.set(username, page);
  }
  // SAFETY: everybody named has a page.
  return Object.fromEntries(pages) as Record<Username, Page>;
}

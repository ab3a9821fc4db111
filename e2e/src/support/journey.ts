import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, newProfile, type BrowserOptions, type PersonBrowser } from './browser.ts';
import { createServerUnderTest, type TestServer } from './server.ts';

/** What a journey is given: a server of its own, and as many people as it asks for. */
export interface Stage {
  readonly server: TestServer;
  readonly dir: string;
  readonly complaints: string[];
  /** A new, empty profile. */
  newProfile(name: string): Promise<string>;
  open(profileDir: string, options?: Partial<BrowserOptions>): Promise<PersonBrowser>;
}

export interface Journey {
  /** A sentence a person could dispute. */
  readonly name: string;
  /** Settings of its server beside the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  run(stage: Stage): Promise<void>;
}

/** Runs a journey on its own server, and ends everything it opened. */
export async function runJourney(journey: Journey): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'sotto-e2e-'));
  const server = await createServerUnderTest(dir, journey.settings);
  const open = new Set<PersonBrowser>();
  const complaints: string[] = [];
  const stage: Stage = {
    server,
    dir,
    complaints,
    newProfile: (name) => newProfile(dir, name),
    async open(profileDir, options = {}) {
      const person = await openBrowser({ profileDir, url: server.url, complaints, ...options });
      open.add(person);
      return {
        page: person.page,
        async close() {
          open.delete(person);
          await person.close();
        },
      };
    },
  };
  try {
    await server.start();
    await journey.run(stage);
    if (complaints.length > 0) throw new Error('The pages complained.');
  } catch (cause) {
    await photograph(journey, open);
    throw await explained(cause, complaints, open);
  } finally {
    for (const person of open) await person.close();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** What failed, with what the pages said of themselves and what stood on them: it often says why. */
async function explained(
  cause: unknown,
  complaints: readonly string[],
  open: ReadonlySet<PersonBrowser>,
): Promise<Error> {
  const first = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  const parts = [first, ...complaints, ...(await readScreens(open))];
  const explanation = new Error(parts.join('\n\n'), { cause });
  // Where it was put together says nothing of what failed.
  delete explanation.stack;
  return explanation;
}

export const SCREENSHOTS = new URL('../../screenshots/', import.meta.url).pathname;

/** The most of one screen that is printed. */
const SCREEN_CHARS = 3_000;

/** What was on the screens when a journey failed. */
async function photograph(journey: Journey, open: ReadonlySet<PersonBrowser>): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const name = journey.name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();
  let number = 0;
  for (const { page } of open) {
    number += 1;
    await page
      .screenshot({ path: join(SCREENSHOTS, `failed-${name}-${number}.png`) })
      .catch(() => undefined);
  }
}

/** The same in words, for whoever has only what the run printed. */
async function readScreens(open: ReadonlySet<PersonBrowser>): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const { page } of open) {
    const words = await page
      .locator('body')
      .ariaSnapshot({ timeout: 5_000 })
      .catch((cause: unknown) => `(it could not be read: ${String(cause)})`);
    shown.push(`${new URL(page.url()).pathname}\n${words.slice(0, SCREEN_CHARS)}`);
  }
  return shown;
}

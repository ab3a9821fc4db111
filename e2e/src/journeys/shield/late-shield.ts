import { ok, strictEqual } from 'node:assert/strict';
import type { Dialog, Page, Route } from 'playwright-core';
import type { Journey } from '../../support/journey.ts';
import { keepLinksHere, openedIn } from '../../support/kept-links.ts';
import { acceptRequest, expectMessage, say, signUp, until, writeTo } from '../../support/steps.ts';

const LINK = 'https://www.paypa1.com/secure';
const TRAP = `Your refund waits at ${LINK}`;
const SHIELD = /assets\/shield-keeper-/;
/** How long a press waits for the shield, as the app has it. */
const PATIENCE_MS = 2_500;

/** Two people, one of whom presses the other’s link while her shield is on its way, or lost. */
export const lateShield: Journey = {
  name: 'a stranger’s link does not open unasked while the shield is still on its way, or lost',
  async run(stage) {
    const options = { serviceWorkers: 'block' } as const;
    const mira = (await stage.open(await stage.newProfile('mira'), options)).page;
    const stranger = (await stage.open(await stage.newProfile('stranger'))).page;
    await signUp(mira, { name: 'Mira Kovac', username: 'mira' });
    await signUp(stranger, { name: 'Pavel Novak', username: 'pavel' });
    await writeTo(stranger, 'mira');
    await say(stranger, TRAP);
    await acceptRequest(mira, 'Pavel Novak');
    await expectMessage(mira, TRAP);
    await mira.addInitScript(keepLinksHere);
    const link = mira.getByRole('link', { name: LINK, exact: true });

    // On its way: the press waits, and is asked about with the reasons once they are known.
    const late = await holdShield(mira);
    await mira.addInitScript(waitForever, PATIENCE_MS);
    await mira.reload();
    await expectMessage(mira, TRAP);
    await link.click();
    await mira.locator('a[aria-busy=true]').waitFor();
    strictEqual(await openedIn(mira), null);
    late.release();
    const dialog = mira.getByRole('dialog', { name: 'Open this link?' });
    await dialog.getByText(/looks like paypal\.com/).waitFor();
    strictEqual(await mira.locator('a[aria-busy=true]').count(), 0);
    strictEqual(await openedIn(mira), null);

    // Lost: the browser asks, and no is no.
    await mira.route(SHIELD, (route) => route.abort());
    await mira.reload();
    await expectMessage(mira, TRAP);
    const asked = questionsOf(mira, (question) => question.dismiss());
    await link.click();
    await until('the question of the browser', async () => asked.length === 1);
    ok(asked[0]?.includes(LINK));
    strictEqual(await openedIn(mira), null);
    mira.removeAllListeners('dialog');
    questionsOf(mira, (question) => question.accept());
    await link.click();
    await until('the link to open', async () => (await openedIn(mira)) === LINK);
  },
};

/** Keeps the shield’s script on its way until it is released. */
async function holdShield(page: Page): Promise<{ release(): void }> {
  const waiting = new Set<Route>();
  let held = true;
  await page.route(SHIELD, async (route) => {
    if (held) waiting.add(route);
    else await route.continue();
  });
  return {
    release() {
      held = false;
      for (const route of waiting) void route.continue();
    },
  };
}

/** No patience ends, so that a slow machine does not turn a wait into a question. */
function waitForever(patienceMs: number): void {
  const start = window.setTimeout.bind(window);
  Object.assign(window, {
    setTimeout: (work: () => void, ms?: number, ...rest: unknown[]) =>
      ms === patienceMs ? 0 : start(work, ms, ...rest),
  });
}

function questionsOf(page: Page, answer: (question: Dialog) => Promise<void>): readonly string[] {
  const asked: string[] = [];
  page.on('dialog', (question) => {
    asked.push(question.message());
    void answer(question);
  });
  return asked;
}

import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.ts';
import type { Journey } from '../support/journey.ts';
import { signUpAll } from '../support/newcomers.ts';
import { say, startWith, writeTo } from '../support/steps.ts';

const NO_MORE = 'You have written to many new people today.';

/** Three people: who finds whom, who follows whom, and how many new people one may write to. */
export const people: Journey = {
  name: 'people are found as they wish, follow each other, and write to only so many strangers a day',
  settings: { SOTTO_FIRST_CONTACTS_PER_DAY: '1' },
  async run(stage) {
    const { url } = stage.server;
    const { mira, jonas, noor } = await signUpAll(stage, 'mira', 'jonas', 'noor');

    // Listed by name, then by the whole username alone, then not at all.
    await expectFound(jonas, url, { typed: 'Noor H', found: true });
    await setFindable(noor, url, 'Who knows your username');
    await expectFound(jonas, url, { typed: 'Noor H', found: false });
    await expectFound(jonas, url, { typed: '@noo', found: false });
    await expectFound(jonas, url, { typed: '@noor', found: true });
    await setFindable(noor, url, 'Nobody');
    await expectFound(jonas, url, { typed: '@noor', found: false });
    await setFindable(noor, url, 'Everybody');

    // Following goes one way, and both see when it goes both ways.
    await mira.goto(`${url}/u/jonas`);
    await mira.getByRole('button', { name: /^Follow\b/ }).click();
    await mira.getByText('You follow them').first().waitFor();
    await jonas.goto(`${url}/u/mira`);
    await jonas.getByText('Follows you').first().waitFor();
    await jonas.getByRole('button', { name: /^Follow\b/ }).click();
    await jonas.getByText('You follow each other').first().waitFor();
    await mira.reload();
    await mira.getByText('You follow each other').first().waitFor();
    await expectAccessible(mira, 'the page of somebody one follows');

    // Who has written to one stranger today waits for an answer before the next.
    await noor.goto(url);
    await writeTo(noor, 'jonas');
    await say(noor, 'Hello Jonas');
    await noor.goto(url);
    await startWith(noor, 'mira');
    await noor.getByText(NO_MORE).first().waitFor();
    await expectAccessible(noor, 'the refusal of one stranger too many');

    // Whoever follows each other are no strangers: that is not counted.
    await mira.goto(url);
    await writeTo(mira, 'jonas');
    await say(mira, 'Hello from me, too');
    await mira.goto(`${url}/requests`);
    await mira.getByText('No one is waiting for an answer').waitFor();
  },
};

async function setFindable(page: Page, url: string, choice: string): Promise<void> {
  await page.goto(`${url}/settings/find`);
  await page.getByRole('radio', { name: choice }).check();
}

async function expectFound(
  page: Page,
  url: string,
  { typed, found }: { readonly typed: string; readonly found: boolean },
): Promise<void> {
  await page.goto(`${url}/new`);
  await page.getByRole('combobox', { name: 'People' }).fill(typed);
  const noor = page.getByRole('option', { name: /noor/i });
  if (found) await noor.first().waitFor();
  else
    await page
      .getByText(/No one|Nobody/)
      .first()
      .waitFor();
  strictEqual((await noor.count()) > 0, found);
}

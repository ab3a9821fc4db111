import { strictEqual } from 'node:assert/strict';
import type { Journey } from '../../support/journey.ts';
import { lookAt } from '../../support/look-at.ts';
import { drawPhoto } from '../../support/photo.ts';
import { acceptRequest, say, signUp, until, writeTo } from '../../support/steps.ts';

const NOTE = 'Thank you. We have spoken to them.';

/** A photo nobody asked for: reported, looked at by a moderator alone, and the news of what became of it. */
export const reportedPhoto: Journey = {
  name: 'a reported photo is opened by a moderator only when asked for, and its reporter hears what became of it',
  async run(stage) {
    const { server } = stage;
    const mira = (await stage.open(await stage.newProfile('mira'))).page;
    const jonas = (await stage.open(await stage.newProfile('jonas'))).page;
    const ada = (await stage.open(await stage.newProfile('ada'))).page;
    await signUp(mira, { name: 'Mira Kovac', username: 'mira' });
    await signUp(jonas, { name: 'Jonas Weber', username: 'jonas' });
    await signUp(ada, { name: 'Ada Berg', username: 'ada' });
    await server.runCommand('make-moderator', 'ada');
    await writeTo(mira, 'jonas');
    await say(mira, 'A picture for you');
    await acceptRequest(jonas, 'Mira Kovac');
    const photo = await drawPhoto(mira);
    const file = { name: 'fist.jpg', mimeType: 'image/jpeg', buffer: photo.bytes };
    await mira.locator('input[type="file"]').setInputFiles(file);
    await mira.getByRole('button', { name: 'Send', exact: true }).click();

    // Whoever reports it is told that moderators can look at it.
    await jonas.getByRole('button', { name: /^Open photo from/ }).click({ button: 'right' });
    await jonas.getByRole('menuitem', { name: 'Report' }).click();
    const dialog = jonas.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Unwanted sexual content' }).check();
    await dialog.getByText('Moderators can look at this photo.').waitFor();
    await dialog.getByRole('button', { name: 'Report', exact: true }).click();
    await jonas.getByText(/^Reported\./).waitFor();

    // Nothing of it is fetched before a moderator asks for it.
    const fetched: string[] = [];
    ada.on('request', (request) => {
      if (/\/photos\/|media\/(download|thumbnail)/.test(request.url())) fetched.push(request.url());
    });
    await ada.goto(`${server.url}/moderation`);
    await ada.getByRole('link', { name: /Unwanted sexual content/ }).click();
    const show = ada.getByRole('button', { name: 'Show photo' });
    await show.waitFor();
    await lookAt(ada, 'reported-photo-hidden');
    strictEqual(fetched.join(), '');

    // Without a connection it says so, and can be tried again.
    await ada.route('**/photos/**', (route) => route.abort());
    await show.click();
    await ada.getByText('The photo could not be loaded.').waitFor();
    await lookAt(ada, 'reported-photo-failed');
    await ada.unroute('**/photos/**');
    await ada.getByRole('button', { name: 'Try again' }).click();
    const shown = ada.getByRole('img', { name: 'What was reported' });
    await shown.waitFor();
    await until('the photo is drawn', async () =>
      shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth === 800),
    );
    await lookAt(ada, 'reported-photo-shown');
    await ada.getByRole('button', { name: 'Hide', exact: true }).click();
    await shown.waitFor({ state: 'detached' });
    await ada.getByRole('radio', { name: 'Warn' }).check();
    await ada.getByLabel('To the person').fill('Do not send such photos.');
    await ada.getByLabel('To the reporter').fill(NOTE);
    await ada.getByRole('button', { name: 'Warn' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Warn' }).click();

    // The reporter sees that there is news, reads it, and it is news no more.
    const news = jonas.getByRole('link', { name: 'Settings, news of your reports' });
    await jonas.goto(server.url);
    await news.waitFor();
    await lookAt(jonas, 'report-news');
    await news.click();
    await jonas.getByText(NOTE).waitFor();
    await jonas.getByText('New', { exact: true }).waitFor();
    await lookAt(jonas, 'report-news-read');
    await jonas.goto(server.url);
    await jonas.getByRole('link', { name: 'Settings', exact: true }).waitFor();
    strictEqual(await news.count(), 0);
  },
};

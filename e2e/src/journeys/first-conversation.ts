import { strictEqual } from 'node:assert/strict';
import { filesWith } from '../support/find-bytes.ts';
import type { Journey } from '../support/journey.ts';
import { drawPhoto, PLACE } from '../support/photo.ts';
import {
  acceptRequest,
  composerOf,
  conversationRow,
  expectDelivery,
  expectMessage,
  listOf,
  openConversation,
  say,
  signUp,
  until,
  writeTo,
} from '../support/steps.ts';

const HELLO = 'Are the apricots ripe yet';
const ANSWER = 'Ripe since Tuesday, come and see';
const AFTER = 'Saving you the last basket';

/** Two people, two browsers: from nothing to a conversation that survives everything. */
export const firstConversation: Journey = {
  name: 'two people meet: a first message while the other is away, a request, an answer, a photo',
  async run(stage) {
    const { server, dir } = stage;
    const miraProfile = await stage.newProfile('mira');
    const jonasProfile = await stage.newProfile('jonas');
    let mira = await stage.open(miraProfile);
    let jonas = await stage.open(jonasProfile);
    await signUp(jonas.page, { name: 'Jonas Weber', username: 'jonas' });
    await signUp(mira.page, { name: 'Mira Kovac', username: 'mira' });

    // The first message, while the other's browser is closed.
    await jonas.close();
    await writeTo(mira.page, 'jonas');
    await say(mira.page, HELLO);
    await expectDelivery(mira.page, HELLO, 'Sent');

    // Back again: a request, accepted and answered.
    jonas = await stage.open(jonasProfile);
    await acceptRequest(jonas.page, 'Mira Kovac');
    await expectMessage(jonas.page, HELLO);
    await expectDelivery(mira.page, HELLO, 'Read');
    await composerOf(jonas.page).pressSequentially(ANSWER.slice(0, 8), { delay: 20 });
    await mira.page.getByText('Typing…').first().waitFor();
    await say(jonas.page, ANSWER);
    await expectMessage(mira.page, ANSWER);
    await mira.page
      .getByText(/active now/i)
      .first()
      .waitFor({ state: 'attached' });

    // A photo, without the place it was taken at.
    const photo = await drawPhoto(mira.page);
    await mira.page.locator('input[type=file]').setInputFiles({
      name: 'garden.jpg',
      mimeType: 'image/jpeg',
      buffer: photo.bytes,
    });
    await mira.page.getByRole('button', { name: 'Send' }).click();
    const received = jonas.page.getByRole('button', { name: /^Open photo/ });
    await received.waitFor();
    await until('the photo to be shown', () => received.locator('img').evaluate(isDrawn));

    // Unread counts, while another part of the app is open.
    await jonas.page.getByRole('link', { name: 'Settings' }).first().click();
    await say(mira.page, AFTER);
    await jonas.page.goto(server.url);
    await conversationRow(jonas.page, 'Mira Kovac').getByText('1', { exact: true }).waitFor();

    // Everything is still there after both reload and the server starts again.
    await server.stop();
    await server.start();
    for (const [person, other] of [
      [mira, 'Jonas Weber'],
      [jonas, 'Mira Kovac'],
    ] as const) {
      await person.page.goto(server.url);
      await listOf(person.page).waitFor();
      await openConversation(person.page, other);
      for (const text of [HELLO, ANSWER, AFTER]) await expectMessage(person.page, text);
      await person.page.getByRole('button', { name: /^Open photo/ }).waitFor();
    }
    await say(jonas.page, 'On my way');
    await expectMessage(mira.page, 'On my way');
    for (const { page } of [mira, jonas]) {
      strictEqual(
        await page.getByText(/unable to decrypt|not be opened|still arriving/i).count(),
        0,
      );
    }

    // What was said is nowhere on the server: not in the database, not in the files, not in the log.
    await mira.close();
    await jonas.close();
    await server.stop();
    const needles = [HELLO, ANSWER, AFTER, PLACE].map((text) => Buffer.from(text));
    strictEqual((await filesWith(server.dataDir, [...needles, photo.mark])).join(), '');
    strictEqual((await filesWith(dir, needles)).filter((path) => path.endsWith('.log')).join(), '');
    // The search itself works: the username is there.
    strictEqual((await filesWith(server.dataDir, [Buffer.from('jonas')])).length > 0, true);
    await server.start();
  },
};

function isDrawn(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}

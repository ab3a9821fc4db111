import { strictEqual } from 'node:assert/strict';
import type { Journey } from '../support/journey.ts';
import {
  acceptRequest,
  expectDelivery,
  expectMessage,
  messageWith,
  say,
  signUp,
  until,
  writeTo,
} from '../support/steps.ts';

const WAITING = 'Written in the tunnel';

export const offline: Journey = {
  name: 'messages written offline wait, survive a reload, and arrive once and in order',
  async run(stage) {
    const { server } = stage;
    const mira = await stage.open(await stage.newProfile('mira'));
    const jonas = await stage.open(await stage.newProfile('jonas'));
    await signUp(mira.page, { name: 'Mira Kovac', username: 'mira' });
    await signUp(jonas.page, { name: 'Jonas Weber', username: 'jonas' });
    await writeTo(mira.page, 'jonas');
    await say(mira.page, 'Before the tunnel');
    await acceptRequest(jonas.page, 'Mira Kovac');
    await expectDelivery(mira.page, 'Before the tunnel', 'Read');

    await server.stop();
    await say(mira.page, WAITING);
    await say(mira.page, 'And another');
    await expectDelivery(mira.page, WAITING, 'Waiting for a connection');
    // The page itself is served by the same server, so coming back means the server is back too.
    await server.start();
    await mira.page.reload();

    await expectMessage(jonas.page, WAITING);
    await expectMessage(jonas.page, 'And another');
    await until('each message to be there once', async () => {
      const counts = await Promise.all(
        [WAITING, 'And another'].map((text) => messageWith(jonas.page, text).count()),
      );
      return counts.every((count) => count === 1);
    });
    const shown = await jonas.page.getByRole('article').allInnerTexts();
    const places = [WAITING, 'And another'].map((text) =>
      shown.findIndex((words) => words.includes(text)),
    );
    strictEqual((places[0] ?? 0) < (places[1] ?? 0), true);
    await expectDelivery(mira.page, 'And another', 'Read');
  },
};

import type { Journey } from '../support/journey.ts';
import { requestRow, say, signUp, writeTo } from '../support/steps.ts';

/** A browser that is closed while it takes in somebody's first message: nothing of it is lost. */
export const closedPage: Journey = {
  name: 'a page that is closed while it takes in a first message has it when it is opened again',
  async run(stage) {
    const profile = await stage.newProfile('mira');
    const before = await stage.open(profile);
    const jonas = await stage.open(await stage.newProfile('jonas'));
    await signUp(before.page, { name: 'Mira Kovac', username: 'mira' });
    await signUp(jonas.page, { name: 'Jonas Weber', username: 'jonas' });

    await before.page.evaluate(stopAtRoomKeys);
    const debug = await before.page.context().newCDPSession(before.page);
    const stopped = before.page.waitForEvent('dialog');
    await writeTo(jonas.page, 'mira');
    await say(jonas.page, 'Are the plums ripe');
    await stopped;
    const crashed = before.page.waitForEvent('crash');
    // Not a word is answered by a page that has crashed.
    debug.send('Page.crash').catch(() => undefined);
    await crashed;
    await before.close();

    const { page } = await stage.open(profile);
    await page.goto(`${stage.server.url}/requests`);
    await requestRow(page, 'Jonas Weber').click();
    await page.getByText('Are the plums ripe').last().waitFor();
  },
};

/** From here on the page stands still where it would store the keys of messages. */
function stopAtRoomKeys(): void {
  const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction');
  // SAFETY: it is a method of every database.
  const begin = own?.value as IDBDatabase['transaction'];
  IDBDatabase.prototype.transaction = function transaction(names, mode, options) {
    const stores = typeof names === 'string' ? [names] : [...names];
    const isForKeys = stores.some((name) => name.startsWith('inbound_group_sessions'));
    // Nobody answers it.
    if (mode === 'readwrite' && isForKeys) alert('Stop');
    return begin.call(this, names, mode, options);
  };
}

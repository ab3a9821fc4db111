import '../support/sdk-in-node.ts';
import { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent, type IEvent } from 'matrix-js-sdk/lib/models/event.js';
import { expect, test, vi } from 'vitest';
import { idOf } from '../people/three-people.ts';
import { asOtherClient } from '../support/other-client.ts';
import { untilSaid, value } from '../support/talk.ts';
import { until } from '../support/until.ts';
import { setUpGroup } from './group-of-three.ts';

type Raw = Partial<IEvent> & { readonly event_id: string };

/** What the SDK was made of on every device of a test, also of one that was shown the door. */
const started = vi.spyOn(MatrixClient.prototype, 'startClient');

function deviceOf(userId: string): MatrixClient {
  const found = started.mock.contexts.find(
    (client) => client instanceof MatrixClient && client.getUserId() === userId,
  );
  if (!(found instanceof MatrixClient)) throw new Error(`no device of ${userId} has started`);
  return found;
}

/** What a device makes of an event with all the keys it has; null if it cannot open it. */
async function open(device: MatrixClient, raw: Raw, roomId: string): Promise<unknown> {
  const event = new MatrixEvent({ ...raw, room_id: roomId });
  await device.decryptEventIfNeeded(event);
  return event.isDecryptionFailure() ? null : event.getContent()['body'];
}

test('a banned device, with its old keys and its token, opens nothing that is said after the ban', async () => {
  const { server, mira, noor, hers, his, group } = await setUpGroup();
  const { id } = hers.summary.get();
  const room = `/v3/rooms/${encodeURIComponent(id)}`;
  const [asMira, asNoor] = [asOtherClient(server, mira), asOtherClient(server, noor)];
  const messagesFor = async (ask: typeof asMira): Promise<readonly Raw[]> => {
    const { chunk } = await ask('GET', `${room}/messages?dir=b&limit=20`);
    // SAFETY: the specification gives a list of events.
    return (chunk as readonly Raw[]).filter(({ type }) => type === 'm.room.encrypted');
  };
  const statusOf = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => 200,
      ({ httpStatus }: { httpStatus: number }) => httpStatus,
    );
  const device = deviceOf(idOf(noor.account));
  const [last] = await messagesFor(asNoor);
  const before = last && (await open(device, last, id));
  await until(group.state, ({ members }) => members?.length === 3);

  await value(group.ban(idOf(noor.account), 'Sold my beans'));
  await until(noor.account.conversations, (all) => all.length === 0);
  hers.sendText('Just us.');
  await untilSaid(his, 'Just us.');
  his.sendText('At last.');
  await untilSaid(hers, 'At last.');
  // She asks those who have them for the keys, as a device that missed them would.
  const said = (await messagesFor(asMira)).slice(0, 2);
  for (const [index, { content, event_id: eventId }] of said.entries()) {
    await asNoor('PUT', `/v3/sendToDevice/m.room_key_request/key${index}`, {
      messages: {
        [idOf(mira.account)]: {
          '*': {
            action: 'request',
            request_id: eventId,
            requesting_device_id: device.getDeviceId(),
            body: { algorithm: 'm.megolm.v1.aes-sha2', room_id: id, ...content },
          },
        },
      },
    });
  }
  hers.sendText('She asked again.');
  await untilSaid(his, 'She asked again.');

  expect(before).toBe('Hello, all.');
  // The server gives her none of it.
  const hersNow = await messagesFor(asNoor);
  expect(hersNow.map(({ event_id: eventId }) => eventId)).not.toContain(said[0]?.event_id);
  const asked = [
    asNoor('GET', `${room}/event/${encodeURIComponent(said[0]?.event_id ?? '')}`),
    asNoor('GET', `${room}/context/${encodeURIComponent(said[0]?.event_id ?? '')}`),
    asNoor('POST', `${room}/join`, {}),
  ];
  expect(await Promise.all(asked.map(statusOf))).not.toContain(200);
  // And had she the very bytes, her keys would open the old ones and none of the new.
  const stolen = await messagesFor(asMira);
  expect(stolen).toHaveLength(said.length + 2);
  const opened = await Promise.all(stolen.map((raw) => open(device, raw, id)));
  expect(opened).toEqual([null, null, null, 'Hello, all.']);
  const given = [mira].flatMap(({ platform }) =>
    platform.requests.filter(({ path }) => path.includes('/sendToDevice/')),
  );
  expect(given.at(-1)?.body).not.toContain(idOf(noor.account));
});

import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { signUp } from './support/person.ts';
import { connect, messagesOf, saidIn, untilMessage, untilSaid } from './support/talk.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const [hers, his] = await connect(mira.account, jonas.account);
  hers.sendText('Before.');
  await untilSaid(his, 'Before.');
  return { server, mira, jonas, hers, his };
}

test('what is written without a network waits, in order, and arrives once there is one', async () => {
  const { mira, hers, his } = await setUp();
  mira.platform.cut = /./;
  mira.platform.network.online.set(false);
  expect(mira.account.connection.get()).toBe('offline');

  hers.sendText('One.');
  hers.sendText('Two.');
  const waiting = await untilMessage(hers, ({ delivery }) => delivery === 'waiting');
  expect(saidIn(hers)).toEqual(['Before.', 'One.', 'Two.']);
  mira.platform.reconnect();
  await untilSaid(his, 'Two.');

  expect(waiting.eventId).toBeNull();
  expect(saidIn(his)).toEqual(['Before.', 'One.', 'Two.']);
});

test('a message whose answer was lost arrives once', async () => {
  const { mira, hers, his } = await setUp();
  mira.platform.loseAnswer(/\/send\/m\.room\.encrypted\//);

  hers.sendText('Once.');
  await untilSaid(his, 'Once.');
  hers.sendText('After.');
  await untilSaid(his, 'After.');

  expect(saidIn(his)).toEqual(['Before.', 'Once.', 'After.']);
  await until(hers.timeline, (timeline) => messagesOf(timeline).every(({ eventId }) => eventId));
  expect(saidIn(hers)).toEqual(['Before.', 'Once.', 'After.']);
});

test('the conversation goes on after the server was restarted', async () => {
  const { server, mira, jonas, hers, his } = await setUp();

  await server.restart();
  mira.platform.reconnect();
  jonas.platform.reconnect();
  hers.sendText('Still here?');
  await untilSaid(his, 'Still here?');
  his.sendText('Still here.');

  await untilSaid(hers, 'Still here.');
  expect(saidIn(hers)).toEqual(['Before.', 'Still here?', 'Still here.']);
  expect(saidIn(his)).toEqual(saidIn(hers));
});

test('a long absence leaves no gap', async () => {
  const { jonas, hers, his } = await setUp();
  jonas.platform.cut = /./;
  jonas.platform.network.online.set(false);
  const texts = Array.from({ length: 45 }, (_, index) => `Message ${index + 1}`);

  for (const text of texts) hers.sendText(text);
  await untilSaid(hers, 'Message 45');
  jonas.platform.reconnect();
  await untilSaid(his, 'Message 45');

  await until(his.timeline, () => saidIn(his).length === 46);
  expect(saidIn(his)).toEqual(['Before.', ...texts]);
});

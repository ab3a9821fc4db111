import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { Attachment, Message } from '../src/index.ts';
import { signUp } from './support/person.ts';
import { connect, messagesOf, open, untilMessage, untilSaid, value } from './support/talk.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

const CAMERA_DATA = 'GPS 59.9N 10.7E';

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const [hers, his] = await connect(mira.account, jonas.account);
  return { server, mira, jonas, hers, his };
}

const attachmentOf = ({ body }: Message): Attachment => {
  if (body.kind !== 'attachment') throw new Error('not an attachment');
  return body.attachment;
};
const isSentAttachment = ({ body, eventId }: Message) =>
  body.kind === 'attachment' && eventId !== null;
const photo = () => new File([CAMERA_DATA], 'fjord.jpeg', { type: 'image/jpeg' });
const textAt = async (url: string) => (await fetch(url)).text();

test('a photo arrives without what the camera wrote into it, with a thumbnail and a blurhash', async () => {
  const { jonas, hers, his } = await setUp();

  hers.sendFiles([photo()], 'The fjord');
  const message = await untilMessage(his, isSentAttachment);
  const attachment = attachmentOf(message);
  const [full, thumbnail] = await Promise.all([
    jonas.account.media.open(attachment.source, 'full'),
    jonas.account.media.open(attachment.source, 'thumbnail'),
  ]);

  expect(message.body).toMatchObject({ caption: 'The fjord' });
  expect(attachment).toMatchObject({
    kind: 'photo',
    name: 'fjord.jpg',
    mimeType: 'image/jpeg',
    widthPx: 800,
    heightPx: 600,
    blurhash: expect.stringMatching(/^.{20,}$/),
  });
  expect(await textAt(full)).toBe(`drawn anew at 4096: ${CAMERA_DATA.length}`);
  expect(await textAt(thumbnail)).toBe(`drawn anew at 640: ${CAMERA_DATA.length}`);
});

test('a file arrives as it was, and is saved under its name', async () => {
  const { jonas, hers, his } = await setUp();

  hers.sendFiles([new File(['minutes of noon'], 'notes.txt', { type: 'text/plain' })], null);
  const attachment = attachmentOf(await untilMessage(his, isSentAttachment));
  await jonas.account.media.save(attachment);

  expect(attachment).toMatchObject({ kind: 'file', name: 'notes.txt', sizeBytes: 15 });
  const [saved] = jonas.platform.saved;
  expect(saved?.name).toBe('notes.txt');
  expect(await saved?.bytes.text()).toBe('minutes of noon');
});

test('several files and the text after them keep their order', async () => {
  const { hers, his } = await setUp();
  const file = (name: string) => new File([name], name, { type: 'text/plain' });

  hers.sendFiles([file('a.txt'), file('b.txt')], 'Both');
  hers.sendText('That was it.');
  await untilSaid(his, 'That was it.');

  const names = messagesOf(his.timeline.get()).map(({ body }) =>
    body.kind === 'attachment' ? `${body.attachment.name} ${body.caption ?? '-'}` : body.kind,
  );
  expect(names).toEqual(['a.txt -', 'b.txt Both', 'text']);
});

test('a photo without a network shows from this device, and leaves when there is one', async () => {
  const { mira, hers, his } = await setUp();
  mira.platform.cut = /./;
  mira.platform.network.online.set(false);

  hers.sendFiles([photo()], null);
  const waiting = await untilMessage(
    hers,
    ({ body, delivery }) =>
      delivery === 'waiting' && body.kind === 'attachment' && body.attachment.widthPx !== null,
  );
  const shown = await mira.account.media.open(attachmentOf(waiting).source, 'full');
  expect(await textAt(shown)).toContain('drawn anew');
  mira.platform.reconnect();

  await untilMessage(his, isSentAttachment);
  const sent = await untilMessage(hers, isSentAttachment);
  expect(sent.key).toBe(waiting.key);
});

test('what one sent oneself is not fetched back', async () => {
  const { mira, hers } = await setUp();
  hers.sendFiles([photo()], null);
  const sent = await untilMessage(hers, isSentAttachment);
  mira.platform.requests.length = 0;

  await mira.account.media.open(attachmentOf(sent).source, 'full');

  expect(mira.platform.requests.filter(({ path }) => path.includes('/media/'))).toEqual([]);
});

test('a message too long for one event arrives as a file', async () => {
  const { hers, his } = await setUp();

  hers.sendText('å'.repeat(20_001));
  const attachment = attachmentOf(await untilMessage(his, isSentAttachment));

  expect(attachment).toMatchObject({ name: 'message.txt', sizeBytes: 40_002 });
});

test('an avatar is seen by others', async () => {
  const { mira, jonas, hers, his } = await setUp();

  await value(mira.account.setAvatar(photo()));
  const avatar = mira.account.me.get().avatar;
  const seen = await until(his.summary, ({ person }) => person?.avatar);

  expect(seen).toBe(avatar);
  expect(hers.summary.get().kind).toBe('direct');
  expect(open(jonas.account, his.summary.get().id).summary.get().avatar).toBe(avatar);
});

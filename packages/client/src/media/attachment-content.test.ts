import { expect, test } from 'vitest';
import { attachmentContent, readAttachment, type UploadedFile } from './attachment-content.ts';
import type { PreparedFile } from './prepare/prepared-file.ts';

const keys = { v: 'v2', key: { k: 'secret' }, iv: 'iv', hashes: { sha256: 'hash' } };
const uploaded: UploadedFile = {
  full: { url: 'mxc://s/full', keys },
  thumbnail: { url: 'mxc://s/small', keys },
};
const photo: PreparedFile = {
  kind: 'photo',
  name: 'sea.jpg',
  mimeType: 'image/jpeg',
  bytes: new Uint8Array(7),
  widthPx: 1200,
  heightPx: 800,
  blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
  thumbnail: { mimeType: 'image/jpeg', bytes: new Uint8Array(3), widthPx: 640, heightPx: 427 },
};

test('a photo reads as it was sent', () => {
  const read = readAttachment(attachmentContent(photo, uploaded, null));

  expect(read).toEqual({
    caption: null,
    attachment: {
      kind: 'photo',
      name: 'sea.jpg',
      mimeType: 'image/jpeg',
      sizeBytes: 7,
      widthPx: 1200,
      heightPx: 800,
      blurhash: photo.blurhash,
      source: {
        full: expect.objectContaining({ place: 'server', url: 'mxc://s/full' }),
        thumbnail: expect.objectContaining({ place: 'server', url: 'mxc://s/small' }),
      },
    },
  });
});

test('a caption is the body, and the file keeps its name', () => {
  const content = attachmentContent(photo, uploaded, 'At noon');

  expect(content).toMatchObject({ msgtype: 'm.image', body: 'At noon', filename: 'sea.jpg' });
  expect(readAttachment(content)).toMatchObject({
    caption: 'At noon',
    attachment: { name: 'sea.jpg' },
  });
});

test('what was sent by an older client, with the name as its body, has no caption', () => {
  const read = readAttachment({ msgtype: 'm.file', body: 'plan.pdf', url: 'mxc://s/1' });

  expect(read).toMatchObject({ caption: null, attachment: { kind: 'file', name: 'plan.pdf' } });
});

test.each([
  { says: 'no address', content: { msgtype: 'm.image', body: 'a' } },
  { says: 'an address elsewhere', content: { msgtype: 'm.image', url: 'https://evil.example/x' } },
  { says: 'an address of the wrong type', content: { msgtype: 'm.image', file: { url: 7 } } },
])('a photo with $says cannot be shown', ({ content }) => {
  expect(readAttachment(content)).toBeNull();
});

test('absurd sizes and types are not believed', () => {
  const read = readAttachment({
    msgtype: 'm.image',
    body: 'a',
    url: 'mxc://s/1',
    info: { w: -1, h: 1e12, size: 'large', mimetype: 7, 'xyz.amorgan.blurhash': {} },
  });

  expect(read?.attachment).toMatchObject({
    widthPx: null,
    heightPx: null,
    sizeBytes: 0,
    mimeType: 'application/octet-stream',
    blurhash: null,
  });
});

import { string, constantFrom, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disguisedHost, linkify } from './linkify.ts';

const links = (text: string) =>
  linkify(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));
const hrefs = (text: string) =>
  linkify(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

describe('what becomes a link', () => {
  test.each([
    ['see https://sotto.example now', ['https://sotto.example']],
    ['HTTP://SOTTO.EXAMPLE', ['HTTP://SOTTO.EXAMPLE']],
    ['www.sotto.example/a', ['www.sotto.example/a']],
    ['https://a.example https://b.example', ['https://a.example', 'https://b.example']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['https://a.example/x_(y)', ['https://a.example/x_(y)']],
    ['(see https://a.example/x_(y))', ['https://a.example/x_(y)']],
    ['Is it https://a.example/x?', ['https://a.example/x']],
    ['https://a.example/x?y=1&z=2#there.', ['https://a.example/x?y=1&z=2#there']],
    ['https://a.example/…', ['https://a.example/']],
    ['<https://a.example>', ['https://a.example']],
    ['“https://a.example”', ['https://a.example']],
    ['https://münchen.example/straße', ['https://münchen.example/straße']],
    ['http://localhost:8008/c', ['http://localhost:8008/c']],
    ['https://a.example/?to=b@c.example', ['https://a.example/?to=b@c.example']],
    ['http://[2001:db8::1]/c', ['http://[2001:db8::1]/c']],
    ['line\nhttps://a.example\nline', ['https://a.example']],
  ])('in %j', (text, found) => {
    expect(links(text)).toEqual(found);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,hi',
    'ftp://a.example',
    'file:///etc/passwd',
    '@mira:sotto.example',
    'mira@sotto',
    '@mira@social.example',
    'xmpp:mira@a.example',
    'ftp://user:secret@a.example',
    'git@a.example:notes.git',
    'mira@pаypal.example',
    'zoë@a.example',
    'o’brien@a.example',
    'a..b@c.example',
    'mira@a.example_',
    '+49 170 1234567',
    'xhttps://a.example',
    'https://',
    'https://intranet',
    'https://bank.example@evil.example/',
    'https://user:secret@a.example/',
    'www.',
    `https://a.example/${'x'.repeat(2048)}`,
  ])('nothing in %j', (text) => {
    expect(linkify(text)).toEqual([{ kind: 'text', text }]);
  });

  test('an address without a scheme goes over https', () => {
    expect(hrefs('www.sotto.example')).toEqual(['https://www.sotto.example/']);
  });

  test.each([
    ['write to mira@sotto.example now', ['mira@sotto.example']],
    ['Mira.O-K+list@Mail.Sotto.example.', ['Mira.O-K+list@Mail.Sotto.example']],
    ['(mira@a.example), jonas@b.example!', ['mira@a.example', 'jonas@b.example']],
    ['<mira@a.example>?', ['mira@a.example']],
    ['mira@www.example.org', ['mira@www.example.org']],
    ['*mira@a.example*: hello', ['mira@a.example']],
    ['‘mira@a.example’', ['mira@a.example']],
  ])('mailboxes in %j', (text, found) => {
    expect(links(text)).toEqual(found);
    expect(hrefs(text).at(-1)).toBe(`mailto:${found.at(-1)}`);
  });

  test('an address ends where the direction of text is turned', () => {
    expect(links('https://a.example/\u202egpj.exe')).toEqual(['https://a.example/']);
  });
});

describe('what always holds', () => {
  const addressy = string({
    unit: constantFrom(
      ...'ab.:/?#@()[]{}<>"\',;! \n\u202e\u05d0é_-~'.split(''),
      '😀',
      'http://',
      'https://',
      'www.',
    ),
    maxLength: 80,
  });

  test('no character is lost or changed', () => {
    assert(
      property(addressy, (text) => {
        const joined = linkify(text)
          .map((part) => part.text)
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });

  test('every target is a page without a user, or one mailbox', () => {
    assert(
      property(addressy, (text) => {
        for (const href of hrefs(text)) {
          expect(href).toMatch(/^(?:https?:\/\/[^/@]+\/|mailto:[a-z._-]+@[a-z.-]+$)/);
        }
      }),
    );
  });

  test('an endless address is left as text, and the next one is still found', () => {
    const endless = `https://a.example/${')'.repeat(60_000)}`;

    expect(links(`${endless} https://b.example`)).toEqual(['https://b.example']);
  });

  test.each(['a', 'a.', 'a@', 'a-', '.', '@', 'a@b.', 'a@a-'])(
    'a wall of %j costs no time',
    (part) => {
      expect(linkify(part.repeat(60_000))).toHaveLength(1);
    },
  );
});

describe('a host in disguise', () => {
  test.each([
    ['https://pаypal.example', 'xn--pypal-4ve.example'],
    ['https://a.example/path', null],
    ['HTTPS://A.Example/path', null],
    ['https://a.example:8443', null],
    ['mira@a.example', null],
  ])('%s is shown as %s', (text, host) => {
    const [link] = linkify(text);

    expect(link?.kind).toBe('link');
    expect(link?.kind === 'link' ? disguisedHost(link) : undefined).toBe(host);
  });
});

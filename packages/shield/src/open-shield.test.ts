import { describe, expect, test } from 'vitest';
import { hostOf } from './links/shown-host.ts';
import { openShield } from './open-shield.ts';
import type { KnownPerson, Link, Sender } from './types.ts';

const shield = openShield({ homeDomains: ['sotto-house.example', 'localhost'] });
const stranger: Sender = {
  relation: 'new',
  userId: '@stranger:example.org',
  displayName: 'Somebody',
  photo: null,
};
const contact: Sender = { ...stranger, relation: 'contact' };

const kindsIn = (text: string, sender = stranger) =>
  shield.checkMessage({ text, links: [] }, sender).map(({ kind }) => kind);
const kindsOfLink = (link: Link, sender = stranger) =>
  shield.checkLink(link, sender).map(({ kind }) => kind);

describe('what words ask for', () => {
  test('a warning says why, and shows the words it is drawn from', () => {
    const [warning] = shield.checkMessage(
      { text: 'Hi! Could you buy two Steam cards for me?', links: [] },
      stranger,
    );

    expect(warning).toEqual({
      kind: 'gift_card',
      reason: 'Asks for gift cards or vouchers. Once a code is sent, the money is gone',
      evidence: ['buy', 'Steam cards'],
    });
  });

  test.each([
    { says: 'as it is', text: 'please buy a gift card for me' },
    { says: 'with Cyrillic letters in it', text: 'please buy a gіft саrd for me' },
    {
      says: 'with hidden characters in it',
      text: 'please b\u200buy a g\u00adift ca\u2060rd for me',
    },
    { says: 'in wide letters', text: 'please ｂｕｙ a ｇｉｆｔ ｃａｒｄ for me' },
    { says: 'with accents', text: 'please bůy a gïft cárd for me' },
  ])('the same words are read $says', ({ text }) => {
    expect(kindsIn(text)).toEqual(['gift_card']);
  });

  test.each([
    { says: 'asked of a friend', text: 'can you send me the money for the pizza', sender: contact },
    {
      says: 'asked of a friend in need',
      text: 'buy a gift card, send me the codes',
      sender: contact,
    },
    { says: 'for a guest', text: 'Can you tell me the wifi password?', sender: stranger },
    { says: 'a warning itself', text: 'Never tell anyone your one time code', sender: stranger },
    { says: 'of two languages by chance', text: 'die Line, what is your', sender: stranger },
  ])('nothing is said of what is $says', ({ text, sender }) => {
    expect(kindsIn(text, sender)).toEqual([]);
  });

  test('an address of coins to send to is an ask for coins', () => {
    const address = '0x52908400098527886E0F7030069857D2E4169EE7';

    expect(kindsIn(`please transfer the rest to ${address}`)).toEqual(['crypto']);
    expect(kindsIn(`the commit is ${address.toLowerCase()}`)).toEqual([]);
  });

  test('words that stand far apart ask for nothing together', () => {
    const between = 'and then we walked along the river for a long while '.repeat(3);

    expect(kindsIn(`please buy some milk ${between} the gift cards are pretty`)).toEqual([]);
  });
});

describe('what an address hides', () => {
  test.each([
    { says: 'a one for an l', href: 'https://paypa1.com/', kinds: ['look_alike'] },
    { says: 'r and n for an m', href: 'https://rnicrosoft.com/', kinds: ['look_alike'] },
    { says: 'a doubled letter', href: 'https://gooogle.com/', kinds: ['look_alike'] },
    { says: 'a brand and a bait', href: 'https://paypal-login.net/', kinds: ['look_alike'] },
    { says: 'a brand in front', href: 'https://apple.com.x-y.net/', kinds: ['look_alike'] },
    {
      says: 'the reader’s own server',
      href: 'https://sotto-h0use.example/',
      kinds: ['look_alike'],
    },
    {
      says: 'a letter of another alphabet',
      href: 'https://pаypal.com/',
      kinds: ['look_alike', 'mixed_script'],
    },
    {
      says: 'only letters of another alphabet',
      href: 'https://xn--80ak6aa92e.com/',
      kinds: ['look_alike', 'punycode'],
    },
    { says: 'a short link', href: 'https://bit.ly/x', kinds: ['shortener'] },
    { says: 'a number', href: 'http://203.0.113.9/x', kinds: ['ip_link'] },
    { says: 'a number in disguise', href: 'http://0xcb007109/x', kinds: ['ip_link'] },
    { says: 'a user who reads as a host', href: 'https://a.com@b.net/', kinds: ['text_target'] },
  ])('$says', ({ href, kinds }) => {
    expect(kindsOfLink({ href, shown: href })).toEqual(kinds);
  });

  test.each([
    'https://www.paypal.com/signin',
    'https://amazon.co.uk/dp/1',
    'https://sotto-house.example/#/alice',
    'https://xn--mnchen-3ya.de/',
    'https://президент.рф/',
    'https://故宫.example/',
    'https://日本lab.example/',
    'https://россия.com/',
    'https://amazonrainforest.org/',
    'https://pineapple.com/',
    'https://telegraf.by/',
    'http://192.168.1.1/',
    'http://localhost:8008/',
    'mailto:a@paypa1.com',
    'not an address',
  ])('an ordinary address is left alone: %s', (href) => {
    expect(kindsOfLink({ href, shown: href })).toEqual([]);
  });

  test('a link that says one address and leads to another is named with both', () => {
    const link = { shown: 'https://www.bank.example/login', href: 'https://evil.example.net/' };

    expect(shield.checkLink(link, contact)).toEqual([
      {
        kind: 'text_target',
        reason: 'This link says www.bank.example but leads to evil.example.net',
        evidence: ['www.bank.example', 'evil.example.net'],
      },
    ]);
  });

  test('a contact’s short link and number are a contact’s business', () => {
    expect(kindsIn('http://203.0.113.9/cam and https://bit.ly/x', contact)).toEqual([]);
  });

  test.each([
    { says: 'without https://', text: 'log in at faceb00k.com/login' },
    { says: 'in brackets', text: '(https://faceb00k.com)' },
    { says: 'at the end of a sentence', text: 'It is faceb00k.com.' },
    { says: 'between Chinese words', text: '请登录，faceb00k.com。' },
  ])('an address is found $says', ({ text }) => {
    expect(kindsIn(text)).toEqual(['look_alike']);
  });
});

describe('who somebody could be taken for', () => {
  const mira: KnownPerson = {
    userId: '@mira:example.org',
    names: ['Mira', 'Mira Okafor'],
    photo: 'mxc://example.org/mira',
  };

  test.each(['Mira', 'mira ', 'MIRA', 'Мira', 'M.i.r.a', 'Míra 🌸', 'mlra', 'Mira Okafor'])(
    '“%s” reads as somebody I know',
    (displayName) => {
      const warnings = shield.checkSender({ ...stranger, displayName }, [mira]);

      expect(warnings.map(({ kind, reason }) => ({ kind, reason }))).toEqual([
        { kind: 'same_name', reason: 'Same name as Mira, but a different account' },
      ]);
    },
  );

  test.each(['Mirabel', 'Ira', 'M', '', '🌸', 'Мира'])('“%s” does not', (displayName) => {
    expect(shield.checkSender({ ...stranger, displayName }, [mira])).toEqual([]);
  });

  test('a borrowed picture is told', () => {
    const [warning] = shield.checkSender({ ...stranger, photo: mira.photo }, [mira]);

    expect(warning?.reason).toBe('Same photo as Mira, but a different account');
  });

  test.each([
    { says: 'eight bits off', photoHash: 'ff00000000000000', kinds: ['similar_photo'] },
    { says: 'nine bits off', photoHash: 'ff80000000000000', kinds: [] },
    { says: 'not looked at', photoHash: null, kinds: [] },
  ])('a picture is a copy of another or not: $says', ({ photoHash, kinds }) => {
    const known = { ...mira, photoHash: '0000000000000000' };
    const jonas = { ...known, userId: '@jonas:example.org', names: ['Jonas'], photoHash: null };

    const warnings = shield.checkSender({ ...stranger, photoHash }, [jonas, known]);

    expect(warnings.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('of several the closest picture is named', () => {
    const [one, other] = ['00000000000000ff', '000000000000000f'].map((photoHash, at) =>
      Object.assign({ ...mira }, { userId: `@mira${at}:example.org`, names: [`${at}`], photoHash }),
    );

    const [warning] = shield.checkSender(
      { ...stranger, photoHash: '0000000000000000' },
      [one, other].filter((each) => each !== undefined),
    );

    expect(warning?.reason).toBe('Looks like the photo of 1, but a different account');
  });

  test.each([
    { says: 'oneself', sender: { ...stranger, userId: mira.userId, displayName: 'Mira' } },
    { says: 'a contact, too', sender: { ...contact, displayName: 'Mira' } },
  ])('nobody imitates who is $says', ({ sender }) => {
    expect(shield.checkSender(sender, [mira])).toEqual([]);
  });
});

test.each([
  { href: 'https://login.example.co.uk/x', front: 'login.', domain: 'example.co.uk' },
  { href: 'http://203.0.113.9:80/', front: '', domain: '203.0.113.9' },
])('$href leads to $domain', ({ href, front, domain }) => {
  expect(hostOf(href)).toEqual({ front, domain, inNetwork: null });
});

test('what reads otherwise in the network is shown with that name', () => {
  expect(hostOf('https://www.аррӏе.com/')).toEqual({
    front: 'www.',
    domain: 'аррӏе.com',
    inNetwork: 'www.xn--80ak6aa92e.com',
  });
  expect(hostOf('mailto:a@b.example')).toBeNull();
});

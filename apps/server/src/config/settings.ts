import {
  parseAge,
  parseBytes,
  parseChoice,
  parseCount,
  parseDatabaseUrl,
  parseHost,
  parsePort,
  parsePublicUrl,
  parseRegistrationTokens,
  parseServerName,
  parseTrustedProxies,
} from './parse.ts';
import { setting, type Setting } from './setting.ts';

/**
 * Every setting there is. The help, `docs/generated/config.md`, the refusal of unknown names and
 * the hiding of secrets all come from this table.
 */
export const settings = {
  host: setting({
    doc: 'Address to listen on. The default lets only this machine in.',
    example: '0.0.0.0',
    default: '127.0.0.1',
    secret: false,
    parse: parseHost,
  }),
  port: setting({
    doc: 'Port to listen on. 0 takes any free one.',
    example: '9000',
    default: '8008',
    secret: false,
    parse: parsePort,
  }),
  serverName: setting({
    doc: 'The second half of every address here (@mira:NAME). Fixed at the first start: changing it later is refused, because every address and signature carries it.',
    example: 'chat.example.org',
    default: null,
    defaultNote:
      'the stored one; at the first start the host of `SOTTO_PUBLIC_URL`, or `localhost` while only this machine can connect',
    secret: false,
    parse: parseServerName,
  }),
  publicUrl: setting({
    doc: 'Where people reach this server, when that is not the address it listens on (behind a proxy, say). With https, browsers are told to insist on it.',
    example: 'https://chat.example.org',
    default: null,
    defaultNote: 'the address it listens on',
    secret: false,
    parse: parsePublicUrl,
  }),
  dataDir: setting({
    doc: 'Folder for the built-in database, media, the signing key and other secrets.',
    example: '/var/lib/sotto',
    default: './data',
    secret: false,
    parse: (text) => text,
  }),
  databaseUrl: setting({
    doc: 'A PostgreSQL database. Unset means the built-in SQLite in the data folder.',
    example: 'postgres://sotto:secret@localhost/sotto',
    default: null,
    defaultNote: 'SQLite in the data folder',
    secret: true,
    parse: parseDatabaseUrl,
  }),
  registration: setting({
    doc: 'Who may create an account: anyone, whoever has a registration token, or nobody.',
    example: 'token',
    default: null,
    defaultNote: '`open` while only this machine can connect, else `token`',
    secret: false,
    parse: parseChoice(['open', 'token', 'closed']),
  }),
  registrationTokens: setting({
    doc: 'Tokens that allow creating an account, separated by commas. With `token` and none given, one is made at the first start and printed once.',
    example: 'spring-2031,family',
    default: null,
    defaultNote: 'one made at the first start, kept in the data folder',
    secret: true,
    parse: parseRegistrationTokens,
  }),
  rateLimits: setting({
    doc: 'Limits how often a person or address may call. `off` is for load tests and refused unless only this machine can connect.',
    example: 'off',
    default: 'on',
    secret: false,
    parse: parseChoice(['on', 'off']),
  }),
  uploadBytesMax: setting({
    doc: 'Largest photo or file that may be sent; K, M and G are powers of 1024.',
    example: '2G',
    default: '100M',
    secret: false,
    parse: parseBytes,
  }),
  uploadsPerPersonBytesMax: setting({
    doc: 'What all photos and files one person has sent may add up to; K, M and G are powers of 1024.',
    example: '500M',
    default: '10G',
    secret: false,
    parse: parseBytes,
  }),
  firstContactsPerDay: setting({
    doc: 'To how many new people one person may write within a day before any of them accepts. New accounts have less, and so have people whose requests are unwelcome.',
    example: '100',
    default: '25',
    secret: false,
    parse: parseCount,
  }),
  minors: setting({
    doc: 'Whom the server protects as minors, so that nobody they do not follow can write to them: nobody, the accounts the operator marks, those and everybody who is one by the month of birth that sign-up then asks for, or everybody but accounts marked as adult.',
    example: 'ask',
    default: 'off',
    secret: false,
    parse: parseChoice(['off', 'marked', 'ask', 'all']),
  }),
  adultAge: setting({
    doc: 'From which age in years somebody is no minor any more.',
    example: '16',
    default: '18',
    secret: false,
    parse: parseAge,
  }),
  communityPeopleMax: setting({
    doc: 'How many people a community can have.',
    example: '5000',
    default: '1000',
    secret: false,
    parse: parseCount,
  }),
  reportsPerDay: setting({
    doc: 'How many reports to the moderators one person may make within a day. Who the moderators are is said with `make-moderator`.',
    example: '20',
    default: '50',
    secret: false,
    parse: parseCount,
  }),
  trustProxy: setting({
    doc: 'Proxies whose word about a caller’s address (X-Forwarded-For) is believed: addresses or networks separated by commas, or `loopback`.',
    example: '10.0.0.0/8',
    default: '',
    secret: false,
    parse: parseTrustedProxies,
  }),
  logLevel: setting({
    doc: 'How much goes to the log on the error output: `debug`, `info`, `warn`, `error` or `silent`. No level ever logs what people write.',
    example: 'debug',
    default: null,
    defaultNote: '`info`, or `warn` in a terminal',
    secret: false,
    parse: parseChoice(['debug', 'info', 'warn', 'error', 'silent']),
  }),
} as const;

export type SettingName = keyof typeof settings;

type ValueOf<S> =
  S extends Setting<infer Value, infer Default>
    ? Default extends string
      ? Value
      : Value | null
    : never;

/** What was asked for, each value parsed; null where nothing was and the default depends. */
export type GivenSettings = { readonly [Name in SettingName]: ValueOf<(typeof settings)[Name]> };

import { expect, test } from 'vitest';
import { describeConfig } from './describe-config.ts';
import { readSettings, type Environment } from './read-settings.ts';
import { resolveConfig } from './resolve-config.ts';

function configOf(flags: readonly string[], env: Environment = {}) {
  return resolveConfig(readSettings(flags, env).given, { inTerminal: false });
}

test('with nothing given, it listens on this machine only and lets anyone there sign up', () => {
  const config = configOf([]);

  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8008,
    firstServerName: 'localhost',
    dataDir: './data',
    databaseUrl: null,
    registration: 'open',
    rateLimits: 'on',
    uploadBytesMax: 100 * 1024 * 1024,
    uploadsPerPersonBytesMax: 10 * 1024 ** 3,
    firstContactsPerDay: 25,
    reportsPerDay: 50,
    communityPeopleMax: 1_000,
    logLevel: 'info',
    isLocal: true,
  });
});

test('a flag wins over a variable, and a variable over the default', () => {
  const env = { SOTTO_PORT: '9001', SOTTO_HOST: '::1' };

  const { given, sources } = readSettings(['--port', '9000'], env);

  expect(given).toMatchObject({ port: 9000, host: '::1' });
  expect(sources).toMatchObject({ port: 'flag', host: 'environment', dataDir: 'default' });
});

test('a flag may be written with an equals sign', () => {
  expect(configOf(['--port=9000', '--data-dir=/tmp/x']).port).toBe(9000);
});

test('a variable set to nothing counts as unset', () => {
  expect(configOf([], { SOTTO_DATABASE_URL: '', SOTTO_PORT: '' })).toMatchObject({
    databaseUrl: null,
    port: 8008,
  });
});

test.each([
  {
    says: 'an unknown flag',
    flags: ['--prot', '1'],
    answer: /no setting --prot\. Did you mean --port\?/,
  },
  {
    says: 'a flag nothing resembles',
    flags: ['--frobnicate'],
    answer: /--frobnicate\. "npm start -- --help"/,
  },
  { says: 'a short flag', flags: ['-p', '1'], answer: /no setting -p/ },
  {
    says: 'a flag without its value',
    flags: ['--port'],
    answer: /--port needs a value, such as --port 9000/,
  },
  { says: 'a stray word', flags: ['9000'], answer: /"9000" is not understood here/ },
  {
    says: 'an unknown variable',
    env: { SOTTO_REGISTRATION_TOKEN: 'x' },
    answer: /Did you mean SOTTO_REGISTRATION_TOKENS\?/,
  },
  {
    says: 'a port out of range',
    env: { SOTTO_PORT: '65536' },
    answer: /SOTTO_PORT must be a port number/,
  },
  {
    says: 'a host with a scheme',
    env: { SOTTO_HOST: 'http://x' },
    answer: /SOTTO_HOST must be an IP address/,
  },
  {
    says: 'a server name with a path',
    env: { SOTTO_SERVER_NAME: 'a.example/x' },
    answer: /SOTTO_SERVER_NAME must be a name/,
  },
  {
    says: 'a public address with a path',
    env: { SOTTO_PUBLIC_URL: 'https://a.example/x' },
    answer: /SOTTO_PUBLIC_URL must be an address/,
  },
  {
    says: 'another database',
    env: { SOTTO_DATABASE_URL: 'mysql://u:hunter2@h/d' },
    answer: /must start with "postgres:\/\/"/,
  },
  {
    says: 'no number of people',
    env: { SOTTO_FIRST_CONTACTS_PER_DAY: '0' },
    answer: /must be a number from 1/,
  },
  { says: 'no size', env: { SOTTO_UPLOAD_BYTES_MAX: '0' }, answer: /must be a size such as/ },
  {
    says: 'a proxy by name',
    env: { SOTTO_TRUST_PROXY: 'proxy.example' },
    answer: /must list addresses/,
  },
  {
    says: 'a network with too many bits',
    env: { SOTTO_TRUST_PROXY: '10.0.0.0/33' },
    answer: /must list addresses/,
  },
  {
    says: 'a word nobody offers',
    env: { SOTTO_REGISTRATION: 'maybe' },
    answer: /open, token, closed, not "maybe"/,
  },
  {
    says: 'a token with spaces',
    env: { SOTTO_REGISTRATION_TOKENS: 'a b' },
    answer: /must list at most 100 tokens/,
  },
])('$says is refused in a sentence', ({ flags = [], env = {}, answer }) => {
  expect(() => configOf(flags, env)).toThrow(answer);
});

test('everything that is wrong is said at once', () => {
  expect(() => configOf(['--prot=1'], { SOTTO_PORT: 'x', SOTTO_HOTS: 'y' })).toThrow(
    /SOTTO_HOTS[^]*--prot[^]*SOTTO_PORT/,
  );
});

test('a refused secret is not repeated', () => {
  const env = {
    SOTTO_DATABASE_URL: 'mysql://u:hunter2@h/d',
    SOTTO_REGISTRATION_TOKENS: 'hunter2 !',
  };

  expect(() => configOf([], env)).not.toThrow(/hunter2/);
  expect(() => configOf([], env)).toThrow(/SOTTO_DATABASE_URL/);
});

test('variables of the tests are left alone', () => {
  expect(configOf([], { SOTTO_TEST_POSTGRES_URL: 'postgres://x' }).databaseUrl).toBeNull();
});

test.each([
  { says: 'an address of the network', env: { SOTTO_HOST: '0.0.0.0' } },
  { says: 'a public name', env: { SOTTO_PUBLIC_URL: 'https://chat.example.org' } },
  { says: 'a trusted proxy', env: { SOTTO_TRUST_PROXY: 'loopback' } },
])('$says makes signing up need a token and keeps rate limits on', ({ env }) => {
  expect(configOf([], env)).toMatchObject({ isLocal: false, registration: 'token' });
  expect(() => configOf([], { ...env, SOTTO_RATE_LIMITS: 'off' })).toThrow(/SOTTO_RATE_LIMITS/);
});

test('rate limits may be off while only this machine can connect', () => {
  expect(configOf(['--rate-limits', 'off', '--host', '::1']).rateLimits).toBe('off');
});

test.each([
  { env: { SOTTO_PUBLIC_URL: 'https://chat.example.org' }, name: 'chat.example.org' },
  { env: { SOTTO_PUBLIC_URL: 'https://chat.example.org:8448' }, name: 'chat.example.org:8448' },
  {
    env: { SOTTO_SERVER_NAME: 'Example.org', SOTTO_PUBLIC_URL: 'https://chat.example.org' },
    name: 'example.org',
  },
  { env: { SOTTO_HOST: '0.0.0.0' }, name: null },
])('the first name with $env is $name', ({ env, name }) => {
  expect(configOf([], env).firstServerName).toBe(name);
});

test.each([
  ['500', 500],
  ['500K', 512_000],
  ['2G', 2_147_483_648],
])('%s is %i bytes', (text, bytes) => {
  expect(configOf(['--upload-bytes-max', text]).uploadBytesMax).toBe(bytes);
});

test('a terminal gets warnings only, unless asked for more', () => {
  const { given } = readSettings([], {});
  const asked = readSettings(['--log-level', 'debug'], {}).given;

  expect(resolveConfig(given, { inTerminal: true }).logLevel).toBe('warn');
  expect(resolveConfig(asked, { inTerminal: true }).logLevel).toBe('debug');
});

test('describing the settings shows where each comes from and hides secrets', () => {
  const env = {
    SOTTO_DATABASE_URL: 'postgres://u:hunter2@h/d',
    SOTTO_REGISTRATION_TOKENS: 'hunter2',
  };
  const { given, sources } = readSettings(['--port', '9000'], env);

  const text = describeConfig(resolveConfig(given, { inTerminal: false }), sources).join('\n');

  expect(text).toMatch(/SOTTO_PORT +9000 \(flag\)/);
  expect(text).toMatch(/SOTTO_DATABASE_URL +\(hidden\) \(environment\)/);
  expect(text).not.toContain('hunter2');
});

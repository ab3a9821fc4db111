import { isIP } from 'node:net';
import { UnusableValue } from './setting.ts';

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const BYTE_UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
const REGISTRATION_TOKEN = /^[A-Za-z0-9._~-]{1,64}$/;
const TOKENS_MAX = 100;

/** Accepts one of a few words. */
export function parseChoice<const Choice extends string>(choices: readonly Choice[]) {
  return (text: string): Choice => {
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined) {
      throw new UnusableValue(`must be one of ${choices.join(', ')}, not "${text}".`);
    }
    return chosen;
  };
}

/** An address or name this machine can listen on. */
export function parseHost(text: string): string {
  if (isIP(text) === 0 && !HOST_NAME.test(text)) {
    throw new UnusableValue(
      `must be an IP address or a host name without "http://", not "${text}".`,
    );
  }
  return text;
}

export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) {
    throw new UnusableValue(`must be a port number from 0 to 65535, not "${text}".`);
  }
  return port;
}

/**
 * A Matrix server name: a DNS name or address with an optional port.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#server-name
 */
export function parseServerName(text: string): string {
  const parts = /^(\[[0-9A-Fa-f:.]{2,45}\]|[^:]+)(?::(\d{1,5}))?$/.exec(text);
  const [, host = '', port] = parts ?? [];
  const hostIsFine = host.startsWith('[') ? isIP(host.slice(1, -1)) === 6 : HOST_NAME.test(host);
  if (!hostIsFine || text.length > 230 || (port !== undefined && Number(port) > 65_535)) {
    throw new UnusableValue(`must be a name such as "chat.example.org", not "${text}".`);
  }
  return text.toLowerCase();
}

/** Where people reach this server from outside: a scheme, a name and perhaps a port, nothing more. */
export function parsePublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  if (
    !isWeb ||
    url.pathname !== '/' ||
    url.search + url.hash + url.username + url.password !== ''
  ) {
    throw new UnusableValue(
      'must be an address such as "https://chat.example.org", without a path.',
    );
  }
  return url;
}

/** The message never repeats the address: it usually holds a password. */
export function parseDatabaseUrl(text: string): string {
  if (!/^postgres(?:ql)?:\/\/./.test(text)) {
    throw new UnusableValue(
      'must start with "postgres://". Leave it unset to use the built-in SQLite.',
    );
  }
  return text;
}

/** An age in whole years, within what any law says. */
export function parseAge(text: string): number {
  const years = /^\d{1,2}$/.test(text) ? Number(text) : -1;
  if (years < 10 || years > 25) {
    throw new UnusableValue(`must be an age in years from 10 to 25, not "${text}".`);
  }
  return years;
}

/** How many of something: a whole number from 1. */
export function parseCount(text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new UnusableValue(`must be a number from 1 to 999999, not "${text}".`);
  return count;
}

/** A whole number of bytes, or one with K, M or G (powers of 1024). */
export function parseBytes(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,12})([KMG]?)$/.exec(text) ?? [];
  const bytes = digits === undefined ? 0 : Number(digits) * (BYTE_UNITS[unit] ?? 0);
  if (bytes < 1 || !Number.isSafeInteger(bytes)) {
    throw new UnusableValue(`must be a size such as 500K, 100M or 2G, not "${text}".`);
  }
  return bytes;
}

/** Comma-separated addresses, networks or the words proxy-addr knows (`loopback`). */
export function parseTrustedProxies(text: string): readonly string[] {
  const proxies = splitList(text);
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const version = isIP(address);
    const bitsMax = version === 6 ? 128 : 32;
    const networkIsFine = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= bitsMax);
    const isWord = ['loopback', 'linklocal', 'uniquelocal'].includes(proxy);
    if (!isWord && (version === 0 || !networkIsFine)) {
      throw new UnusableValue(
        `must list addresses or networks such as 10.0.0.0/8, not "${proxy}".`,
      );
    }
  }
  return proxies;
}

/**
 * Comma-separated tokens, each as the specification allows. The message never repeats a token.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#token-authenticated-registration
 */
export function parseRegistrationTokens(text: string): readonly string[] {
  const tokens = splitList(text);
  if (tokens.length > TOKENS_MAX || tokens.some((token) => !REGISTRATION_TOKEN.test(token))) {
    throw new UnusableValue(
      `must list at most ${TOKENS_MAX} tokens of 1 to 64 letters, digits, ".", "_", "~" or "-".`,
    );
  }
  return tokens;
}

function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

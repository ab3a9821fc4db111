import { doubleEndings } from '../rules/rules.ts';
import { decodeLabel } from './punycode.ts';

/** The name of a machine in the network, as people read it. */
export interface Host {
  /** As the network knows it: `xn--…` for other alphabets. */
  readonly name: string;
  /** As it reads, in small letters. */
  readonly readable: string;
  /** Its readable parts, the ending last. */
  readonly labels: readonly string[];
  /** The part somebody registered, with its ending: `example.co.uk`. */
  readonly domain: string;
  /** Where in `labels` that part begins. */
  readonly domainAt: number;
  /** A number instead of a name. */
  readonly number: boolean;
}

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** The host of an address as `URL` gives it. */
export function readHost(hostname: string): Host {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  const number = IPV4.test(name) || name.startsWith('[');
  const labels = number ? [name] : name.split('.').map(decodeLabel);
  const double = labels.length > 2 && doubleEndings.has(labels.slice(-2).join('.'));
  const domainAt = Math.max(0, labels.length - (double ? 3 : 2));
  return {
    name,
    readable: labels.join('.'),
    labels,
    domain: labels.slice(domainAt).join('.'),
    domainAt,
    number,
  };
}

/** Numbers of one's own network, which nobody outside it can be behind. */
export function isOwnNetwork({ name }: Host): boolean {
  return (
    name === 'localhost' ||
    /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./.test(name) ||
    /^\[(?:::1\]|f[cd]|fe[89ab])/.test(name)
  );
}

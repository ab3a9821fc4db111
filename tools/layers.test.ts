import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const fixture = join(import.meta.dirname, 'fixtures/layers');
const load = createRequire(import.meta.url);
// SAFETY: the file is plain JavaScript; `cruise` checks its form.
const law = load('../.dependency-cruiser.cjs') as {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: object;
};

async function cruiseFolder(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const ruleSet = { forbidden: law.forbidden };
  const options = { ...law.options, baseDir, ruleSet, validate: true };
  const { output } = await cruise([...folders], options);
  if (typeof output === 'string') throw new Error(output);
  return output;
}

describe('the law of imports, on files that break it', () => {
  let broken: ReadonlyMap<string, string>;
  let files: readonly string[];

  beforeAll(async () => {
    const { modules, summary } = await cruiseFolder(fixture, ['packages', 'apps', 'bench', 'e2e']);
    files = modules.map(({ source }) => source).filter((path) => !path.includes('node_modules'));
    const byFile = new Map<string, Set<string>>();
    for (const { from, rule } of summary.violations) {
      byFile.set(from, (byFile.get(from) ?? new Set()).add(rule.name));
    }
    broken = new Map([...byFile].map(([file, rules]) => [file, [...rules].toSorted().join(', ')]));
  });

  test('every file breaks exactly the rules it says', () => {
    const ours = files.filter(
      (path) => /^(?:packages|apps|bench|e2e)\/.*\.ts$/.test(path) && !path.endsWith('nowhere.ts'),
    );

    const wanted = ours.map((path) => [path, readFirstLine(path)]);
    const found = ours.map((path) => [path, broken.get(path) ?? 'nothing']);

    expect(ours.length).toBeGreaterThan(40);
    expect(found).toEqual(wanted);
  });

  test('no rule is without a file that breaks it', () => {
    const fired = new Set([...broken.values()].flatMap((rules) => rules.split(', ')));

    expect(law.forbidden.filter(({ name = '' }) => !fired.has(name))).toEqual([]);
  });
});

test('the law sees where our real imports lead', async () => {
  const { modules } = await cruiseFolder(root, ['packages/homeserver/src']);

  const leadsTo = modules.flatMap(({ dependencies }) =>
    dependencies.map(({ resolved }) => resolved),
  );

  // Into our sources, not the built copies, and into the packages that rules name.
  expect(leadsTo).toContain('packages/protocol/src/index.ts');
  expect(leadsTo.some((path) => path.startsWith('node_modules/kysely/'))).toBe(true);
  expect(leadsTo.some((path) => path.startsWith('node_modules/fastify/'))).toBe(true);
});

function readFirstLine(path: string): string {
  const [first = ''] = readFileSync(join(fixture, path), 'utf8').split('\n');
  return first.replace('// breaks: ', '');
}

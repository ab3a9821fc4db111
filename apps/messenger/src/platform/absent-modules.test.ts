/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { InvariantError } from '@sotto/kit';
import { describe, expect, test } from 'vitest';
import { ABSENT_MODULES, moduleName } from './absent-modules.ts';
import * as calls from './absent/calls.ts';
import * as contentTypes from './absent/content-types.ts';
import * as discovery from './absent/discovery.ts';
import * as extensibleEvents from './absent/extensible-events.ts';
import * as fileTrees from './absent/file-trees.ts';
import * as ignoredInvites from './absent/ignored-invites.ts';
import * as legacyCrypto from './absent/legacy-crypto.ts';
import * as logging from './absent/logging.ts';
import * as lookAlikes from './absent/look-alikes.ts';
import * as oauth from './absent/oauth.ts';
import * as polls from './absent/polls.ts';
import * as slidingSync from './absent/sliding-sync.ts';
import * as storeWorker from './absent/store-worker.ts';

const STAND_INS: Readonly<Record<string, object>> = {
  'calls.ts': calls,
  'content-types.ts': contentTypes,
  'discovery.ts': discovery,
  'extensible-events.ts': extensibleEvents,
  'file-trees.ts': fileTrees,
  'ignored-invites.ts': ignoredInvites,
  'legacy-crypto.ts': legacyCrypto,
  'logging.ts': logging,
  'look-alikes.ts': lookAlikes,
  'oauth.ts': oauth,
  'polls.ts': polls,
  'sliding-sync.ts': slidingSync,
  'store-worker.ts': storeWorker,
};

const CLIENT_SOURCE = fileURLToPath(new URL('../../../../packages/client/src/', import.meta.url));
const requireOfClient = createRequire(`${CLIENT_SOURCE}index.ts`);

const STATIC =
  /^(?:import|export)\s+(\w+)?,?\s*(?:(\*)[\w\s]*|\{([^}]*)\})?\s*from\s*["']([^"']+)/gmu;
const DYNAMIC = /\bimport\(\s*["']([^"']+)/gu;

/** What a module imports: from where, and by which names. */
function listImports(path: string): { source: string; names: string[] }[] {
  const code = readFileSync(path, 'utf8');
  const named = Array.from(
    code.matchAll(STATIC),
    ([, byDefault, star, list = '', source = '']) => ({
      source,
      names: list
        .split(',')
        .map((name) => name.trim().split(' as ')[0] ?? '')
        .concat(byDefault === undefined ? '' : 'default', star ?? '')
        .filter((name) => name !== ''),
    }),
  );
  const whole = Array.from(code.matchAll(DYNAMIC), ([, source = '']) => ({ source, names: ['*'] }));
  return named.concat(whole);
}

function listEntries(): string[] {
  const files = readdirSync(CLIENT_SOURCE, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => listImports(CLIENT_SOURCE + file).map(({ source }) => source));
  return sources.filter((source) => source.startsWith('matrix-js-sdk/'));
}

/** The names the SDK, as far as the client reaches into it, imports from each stand-in. */
function listNeeds(): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const waiting = listEntries();
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (seen.has(module) || !module.startsWith('matrix-js-sdk/')) continue;
    seen.add(module);
    const path = requireOfClient.resolve(module);
    for (const { source, names } of listImports(path)) {
      const imported = moduleName(source, path);
      if (!(imported in ABSENT_MODULES)) waiting.push(imported);
      else needs.set(imported, new Set([...(needs.get(imported) ?? []), ...names]));
    }
  }
  return needs;
}

describe('what the SDK imports from a module that is left out', () => {
  const needs = listNeeds();

  test.each(Object.entries(ABSENT_MODULES))('%s is exported by %s', (module, file) => {
    const names = [...(needs.get(module) ?? [])];
    expect(names).not.toEqual([]);
    expect(Object.keys(STAND_INS[file] ?? {})).toEqual(expect.arrayContaining(names));
  });

  test.each(Object.entries(STAND_INS))('is all that %s has', (file, standIn) => {
    const modules = Object.keys(ABSENT_MODULES).filter((name) => ABSENT_MODULES[name] === file);
    const names = new Set(modules.flatMap((module) => Array.from(needs.get(module) ?? [])));
    expect(Object.keys(standIn).toSorted()).toEqual([...names].toSorted());
  });
});

test('a part that was left out says so when it is used', () => {
  expect(() => new calls.GroupCall()).toThrow(InvariantError);
  expect(() => calls.createNewMatrixCall()).toThrow('the part for calls of matrix-js-sdk');
});

test('the body of an error is known by its media type, whatever comes with it', () => {
  const headers = ['application/json', 'Application/JSON; charset=utf-8', ' text/plain ;q=1'];
  expect(headers.map((header) => contentTypes.parse(header).type)).toEqual([
    'application/json',
    'application/json',
    'text/plain',
  ]);
});

describe('a name with an older spelling', () => {
  const name = new extensibleEvents.UnstableValue('m.policies', 'org.example.policies');

  test('is written the older way and known by both', () => {
    expect(name.name).toBe('org.example.policies');
    expect(['m.policies', 'org.example.policies', 'm.other'].map((it) => name.matches(it))).toEqual(
      [true, true, false],
    );
  });

  test('is found in content by either spelling, the older first', () => {
    expect(name.findIn({ 'm.policies': 1, 'org.example.policies': 2 })).toBe(2);
    expect(name.findIn({ 'm.policies': 1 })).toBe(1);
    expect(name.findIn({})).toBeUndefined();
  });

  test('is written the only way there is when it has just one', () => {
    const relation = new extensibleEvents.NamespacedValue('m.reference');
    expect(relation.name).toBe('m.reference');
    expect(relation.altName).toBeNull();
  });
});

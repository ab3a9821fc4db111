import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, root } from './list-files.ts';

const TABLES = /^packages\/homeserver\/src\/modules\/([^/]+)\/tables\.ts$/;
const ALL_TABLES = /export (?:interface|type) \w+Tables\b[^{]*\{([^]*?)\n\}/;
const QUERY =
  /\b(?:selectFrom|insertInto|replaceInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin|using)\(\s*\[?\s*['"`](\w+)/g;
const RAW_SQL = /\b(?:from|join|into|update)\s+"?([a-z_]+)"?/gi;

/** Which module owns which table, read from the modules' `tables.ts`. */
export function readTableOwners(): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const path of listFiles()) {
    const [, module] = TABLES.exec(path) ?? [];
    if (module === undefined) continue;
    const [, body = ''] = ALL_TABLES.exec(readFileSync(join(root, path), 'utf8')) ?? [];
    for (const [, table] of body.matchAll(/^ {2}(?:readonly )?'?(\w+)'?:/gm)) {
      if (table !== undefined) owners.set(table, module);
    }
  }
  return owners;
}

/** The tables a file's queries name. */
export function listTablesUsed(text: string): readonly string[] {
  const statements = Array.from(text.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g), ([, raw = '']) => raw);
  return [
    ...Array.from(text.matchAll(QUERY), ([, table = '']) => table),
    ...Array.from(statements.join(';').matchAll(RAW_SQL), ([, table = '']) => table),
  ];
}

import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/** @typedef {{ stage: string, method: string, path: string, operationId: string }} Operation */
/** @typedef {{ operationId: string, method: string, path: string }} Contract */

const STAGES = /** @type {const} */ ([
  ['first', 'The first release'],
  ['full', 'For other clients to work fully'],
  ['nice', 'Later'],
  ['bridges', 'For application services'],
]);

/**
 * The page that says which operations of the specification there are here.
 *
 * @param {Record<string, unknown>} protocol The exports of `@sotto/protocol`.
 */
export function renderEndpoints(protocol) {
  const contracts = Object.values(protocol).filter(isContract);
  const operations = readOperations();
  const built = new Set(contracts.map(keyOf));
  const inSpec = new Set(operations.map(keyOf));
  const wanted = operations.filter(({ stage }) => stage !== 'obsolete');
  const done = wanted.filter((operation) => built.has(keyOf(operation)));

  const sections = STAGES.flatMap(([stage, title]) => {
    const ofStage = operations.filter((operation) => operation.stage === stage);
    const count = ofStage.filter((operation) => built.has(keyOf(operation))).length;
    const rows = ofStage.map((operation) => renderRow(operation, built.has(keyOf(operation))));
    return [`## ${title}: ${count} of ${ofStage.length}`, '', TABLE_HEAD].concat(rows, '');
  });
  const own = contracts.filter((contract) => !inSpec.has(keyOf(contract)));
  return [
    '# Endpoints',
    '',
    'Made by `npm run gen` from the contracts of `packages/protocol` and the list of operations in',
    '`tools/gen/spec-operations.tsv`. Do not edit by hand.',
    '',
    `${done.length} of the ${wanted.length} current client-server operations of Matrix v1.19 are here. The`,
    `${operations.length - wanted.length} obsolete ones are answered with 404 \`M_UNRECOGNIZED\`.`,
    '',
    ...sections,
    '## Our own',
    '',
    '| Method | Path | Operation |',
    '| --- | --- | --- |',
    ...own.map(({ method, path, operationId }) => `| ${method} | \`${path}\` | ${operationId} |`),
    '',
  ].join('\n');
}

const TABLE_HEAD = '| | Method | Path | Operation |\n| --- | --- | --- | --- |';

/** @returns {Operation[]} */
function readOperations() {
  return readFileSync(inRoot('tools/gen/spec-operations.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [stage = '', method = '', path = '', operationId = ''] = line.split('\t');
      return { stage, method, path, operationId };
    });
}

/**
 * @param {unknown} value
 * @returns {value is Contract}
 */
function isContract(value) {
  return typeof value === 'object' && value !== null && 'operationId' in value && 'path' in value;
}

/**
 * An operation is known by its name: the specification has two with one path.
 *
 * @param {Contract} operation
 */
function keyOf({ operationId, method, path }) {
  return `${operationId} ${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

/**
 * @param {Operation} operation
 * @param {boolean} isBuilt
 */
function renderRow({ method, path, operationId }, isBuilt) {
  const anchor = `${method}${path}`.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '');
  const link = `https://spec.matrix.org/v1.19/client-server-api/#${anchor}`;
  return `| ${isBuilt ? '✓' : ''} | ${method} | \`${path}\` | [${operationId}](${link}) |`;
}

import { expect, test } from 'vitest';
import { listFileTimes, listSelfTimes, shareOf, type CpuProfile } from './cpu-profile.ts';

function node(id: number, functionName: string, url: string) {
  return { id, callFrame: { functionName, url, lineNumber: 9 } };
}

const SERVICE = 'file:///srv/sotto/packages/homeserver/dist/service.js';
const profile: CpuProfile = {
  nodes: [
    node(1, '(idle)', ''),
    node(2, 'send', SERVICE),
    node(3, '', SERVICE),
    node(4, 'send', SERVICE),
    node(5, 'parse', 'file:///srv/sotto/node_modules/fastify/lib/parse.js'),
  ],
  samples: [1, 2, 3, 4, 5, 2],
  timeDeltas: [9000, 3000, 1000, 1000, 2000, 1000],
};

test('the time of a function is added up over all its callers, and idling is no work', () => {
  expect(listSelfTimes(profile)).toEqual([
    { name: 'send  packages/homeserver/dist/service.js:10', ms: 5, share: 0.625 },
    { name: 'parse  fastify/lib/parse.js:10', ms: 2, share: 0.25 },
    { name: '(anonymous)  packages/homeserver/dist/service.js:10', ms: 1, share: 0.125 },
  ]);
});

test('the time of a file is that of its functions', () => {
  expect(listFileTimes(profile).map(({ name, ms }) => [name, ms])).toEqual([
    ['packages/homeserver/dist/service.js', 6],
    ['fastify/lib/parse.js', 2],
  ]);
});

test('the share of a folder is that of its files and of whatever they call, without the idle time', () => {
  const called: CpuProfile = {
    nodes: [
      node(1, '(idle)', ''),
      { ...node(2, 'write', SERVICE), children: [3, 4] },
      {
        ...node(3, 'admit', 'file:///srv/sotto/packages/homeserver/dist/rules/gate.js'),
        children: [5],
      },
      node(4, 'hash', ''),
      node(5, 'hash', ''),
    ],
    samples: [1, 2, 3, 4, 5],
    timeDeltas: [9000, 1000, 2000, 3000, 4000],
  };

  expect(shareOf(called, 'homeserver/dist/rules/')).toBe(0.6);
  expect(shareOf(called, 'homeserver/dist/other/')).toBe(0);
});

import { expect, test } from 'vitest';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { createSubject } from '../../observable.ts';
import type { CommunityContext } from './community-context.ts';
import { createLateChannels } from './late-channels.ts';

const CHILD = {
  getContent: () => ({ via: ['sotto.test'], suggested: true }),
  getStateKey: () => '!results',
  getTs: () => 2_000,
};

/** A device that has just started, of somebody who came before the channel did. */
function setUp(membership: string | undefined) {
  const joined: string[] = [];
  const answered: Promise<unknown>[] = [];
  const client = {
    getRoom: () => null,
    joinRoom: async (id: string) => void joined.push(id),
    http: {
      authedRequest() {
        const answer = Promise.resolve({ membership });
        answered.push(answer);
        return answer;
      },
    },
  };
  const space = {
    getMember: () => ({ events: { member: { getTs: () => 1_000 } } }),
    currentState: { getStateEvents: () => [CHILD] },
  };
  const context = { matrix: { client, userId: '@jonas:sotto.test' }, online: createSubject(true) };
  // SAFETY: these are all the parts of a community's surroundings that are asked for anything here.
  const late = createLateChannels(context as unknown as CommunityContext);
  return {
    joined,
    look: async (): Promise<void> => {
      // SAFETY: nothing else of a room is asked for.
      late.join(space as unknown as Room);
      await Promise.all(answered);
      // What is done with the answer is done in the turn after it.
      await new Promise(setImmediate);
    },
  };
}

test('a channel for everybody that came later is joined, once', async () => {
  const { joined, look } = setUp(undefined);
  await look();
  await look();
  expect(joined).toEqual(['!results']);
});

test.each(['leave', 'ban'])(
  'one in which the server knows me as “%s” is not, though this device knows nothing of it',
  async (membership) => {
    const { joined, look } = setUp(membership);
    await look();
    expect(joined).toEqual([]);
  },
);

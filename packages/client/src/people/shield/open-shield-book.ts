import type { UserId } from '@sotto/protocol';
import {
  readAccountData,
  watchAccountData,
  type StoredContent,
} from '../../matrix/watch-account-data.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { serverOf } from '../handles.ts';
import { writeAccountData } from '../book/write-account-data.ts';
import { outcomeOf } from '../../session/problems.ts';
import type { ShieldBook, ShieldSettings } from '../../types/index.ts';
import { beginningOf } from './beginning.ts';

const SHIELD_TYPE = 'app.sotto.shield';

/** Any client may have written it; what is not understood is as if it were not there. */
function readSettings({ off, trusted }: StoredContent): ShieldSettings {
  const people = typeof trusted === 'object' && trusted !== null ? Object.keys(trusted) : [];
  // SAFETY: the keys are user ids; what is none names nobody.
  return { on: off !== true, trusted: people as UserId[] };
}

/**
 * What the scam shield has to know of the account. It listens for as long as the client lives that
 * it was made from.
 */
export function openShieldBook({ client, userId }: Matrix): ShieldBook {
  const settings = watchAccountData(client, SHIELD_TYPE, readSettings);

  const change = (changed: StoredContent): Promise<void> =>
    writeAccountData(client, SHIELD_TYPE, { ...readAccountData(client, SHIELD_TYPE), ...changed });

  return {
    settings,
    homeDomain: serverOf(userId),
    setOn: (on) => outcomeOf(() => change({ off: !on })),
    trust: (person) =>
      outcomeOf(() => {
        const { trusted } = readAccountData(client, SHIELD_TYPE);
        const before = typeof trusted === 'object' ? trusted : {};
        return change({ trusted: { ...before, [person]: {} } });
      }),
    findBeginning(id) {
      const room = client.getRoom(id);
      return room ? beginningOf(room, userId) : null;
    },
  };
}

import type { Ddl } from '../ddl.ts';
import { createAccounts } from './first-ten/0001-accounts.ts';
import { createInbox } from './first-ten/0002-inbox.ts';
import { createRooms } from './first-ten/0003-rooms.ts';
import { createKeys } from './first-ten/0004-keys.ts';
import { createSettings } from './first-ten/0005-settings.ts';
import { createReceipts } from './first-ten/0006-receipts.ts';
import { createMedia } from './first-ten/0007-media.ts';
import { createContacts } from './first-ten/0008-contacts.ts';
import { addStateChanges } from './first-ten/0009-state-changes.ts';
import { addRequests } from './first-ten/0010-requests.ts';
import { addGroups } from './0011-groups.ts';
import { addPushRules } from './0014-push-rules.ts';
import { addDeviceLinking } from './0013-devices.ts';
import { addMinors } from './0015-minors.ts';
import { addReports } from './0012-reports.ts';
import { addCommunities } from './0016-communities.ts';
import { addInboxFanOut } from './0017-inbox-fan-out.ts';

/** Every change of the schema, oldest first. A released one is never edited. */
export const migrations: Readonly<Record<string, (ddl: Ddl) => Promise<void>>> = {
  '0001-accounts': createAccounts,
  '0002-inbox': createInbox,
  '0003-rooms': createRooms,
  '0004-keys': createKeys,
  '0005-settings': createSettings,
  '0006-receipts': createReceipts,
  '0007-media': createMedia,
  '0008-contacts': createContacts,
  '0009-state-changes': addStateChanges,
  '0010-requests': addRequests,
  '0011-groups': addGroups,
  '0014-push-rules': addPushRules,
  '0013-devices': addDeviceLinking,
  '0015-minors': addMinors,
  '0012-reports': addReports,
  '0016-communities': addCommunities,
  '0017-inbox-fan-out': addInboxFanOut,
};

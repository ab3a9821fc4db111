import type { AccountTables } from '../modules/accounts/tables.ts';
import type { CommunityTables } from '../modules/communities/tables.ts';
import type { ContactTables } from '../modules/contacts/tables.ts';
import type { GroupTables } from '../modules/groups/tables.ts';
import type { InboxTables } from '../modules/inbox/tables.ts';
import type { KeyTables } from '../modules/keys/tables.ts';
import type { MediaTables } from '../modules/media/tables.ts';
import type { PushTables } from '../modules/push/tables.ts';
import type { MinorTables } from '../modules/minors/tables.ts';
import type { ReceiptTables } from '../modules/receipts/tables.ts';
import type { ReportTables } from '../modules/reports/tables.ts';
import type { RoomTables } from '../modules/rooms/tables.ts';
import type { SettingTables } from '../modules/settings/tables.ts';

/** Every table, each owned by the one module that describes it. */
export type Schema = AccountTables &
  CommunityTables &
  ContactTables &
  GroupTables &
  InboxTables &
  KeyTables &
  MediaTables &
  PushTables &
  MinorTables &
  ReceiptTables &
  ReportTables &
  RoomTables &
  SettingTables;

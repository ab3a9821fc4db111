import type { UserId } from '@sotto/protocol';
import { collectReplies, type Route } from './http/index.ts';
import { linkReplies } from './links/index.ts';
import { accountReplies, accountRoutes, type Accounts } from './modules/accounts/index.ts';
import {
  communityReplies,
  communityRoutes,
  type Communities,
} from './modules/communities/index.ts';
import { contactReplies, contactRoutes, type Contacts } from './modules/contacts/index.ts';
import { discoveryRoutes } from './modules/discovery/index.ts';
import { groupReplies, groupRoutes, type Groups } from './modules/groups/index.ts';
import { keyReplies, keyRoutes, type KeyService } from './modules/keys/index.ts';
import { mediaReplies, mediaRoutes, type MediaService } from './modules/media/index.ts';
import { minorReplies, minorRoutes, type MinorService } from './modules/minors/index.ts';
import { pushReplies, pushRoutes, type PushService } from './modules/push/index.ts';
import { receiptReplies, receiptRoutes, type Receipts } from './modules/receipts/index.ts';
import { reportReplies, reportRoutes, type Reports } from './modules/reports/index.ts';
import { roomReplies, roomRoutes, type RoomService } from './modules/rooms/index.ts';
import { settingReplies, settingRoutes, type SettingsService } from './modules/settings/index.ts';
import { syncReplies, syncRoutes, type SyncService } from './modules/sync/index.ts';

/** The modules that answer requests. */
export interface ApiModules extends Receipts {
  readonly accounts: Accounts;
  readonly communities: Communities;
  readonly contacts: Contacts;
  readonly groups: Groups;
  readonly keys: KeyService;
  readonly media: MediaService;
  readonly minors: MinorService;
  readonly push: PushService;
  readonly reports: Reports;
  readonly rooms: RoomService;
  readonly settings: SettingsService;
  readonly sync: SyncService;
}

export interface ApiOptions {
  readonly publicUrl: string;
  readonly isModerator: (userId: UserId) => Promise<boolean>;
}

/** Every request this server answers, and how each refusal reads on the wire. */
export function assembleApi(modules: ApiModules, { publicUrl, isModerator }: ApiOptions) {
  const routes: Route[] = [
    ...discoveryRoutes(publicUrl, isModerator),
    ...accountRoutes(modules.accounts, publicUrl),
    ...roomRoutes(modules.rooms),
    ...settingRoutes(modules.settings),
    ...pushRoutes(modules.push),
    ...communityRoutes(modules.communities),
    ...contactRoutes(modules.contacts),
    ...groupRoutes(modules.groups),
    ...minorRoutes(modules.minors),
    ...keyRoutes(modules.keys),
    ...mediaRoutes(modules.media),
    ...receiptRoutes(modules),
    ...reportRoutes(modules.reports),
    ...syncRoutes(modules.sync),
  ];
  const replies = collectReplies(
    accountReplies,
    roomReplies,
    settingReplies,
    pushReplies,
    communityReplies,
    contactReplies,
    groupReplies,
    linkReplies,
    minorReplies,
    keyReplies,
    mediaReplies,
    receiptReplies,
    reportReplies,
    syncReplies,
  );
  return { routes, replies };
}

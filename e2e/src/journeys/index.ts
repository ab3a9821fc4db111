import type { Journey } from '../support/journey.ts';
import { closedPage } from './closed-page.ts';
import { deviceLinking } from './devices/device-linking.ts';
import { communities } from './communities/communities.ts';
import { communityPeople } from './communities/community-people.ts';
import { firstConversation } from './first-conversation.ts';
import { lateShield } from './shield/late-shield.ts';
import { borrowedPhoto } from './shield/borrowed-photo.ts';
import { minors } from './minors.ts';
import { groupScreens } from './screens/group-screens.ts';
import { groups } from './groups.ts';
import { otherDevice, recoveryCode, signedOutElsewhere } from './devices/new-device.ts';
import { menus } from './screens/menus.ts';
import { newcomers } from './newcomers.ts';
import { offline } from './offline.ts';
import { people } from './people.ts';
import { quiet } from './quiet.ts';
import { scamShield } from './shield/scam-shield.ts';
import { reportedPhoto } from './reports/reported-photo.ts';
import { reports } from './reports/reports.ts';
import { screens } from './screens/screens.ts';
import { whoReachesMe } from './who-reaches-me.ts';

export const journeys: readonly Journey[] = [
  firstConversation,
  closedPage,
  recoveryCode,
  otherDevice,
  signedOutElsewhere,
  deviceLinking,
  menus,
  offline,
  people,
  whoReachesMe,
  quiet,
  minors,
  scamShield,
  lateShield,
  borrowedPhoto,
  groups,
  newcomers,
  reports,
  reportedPhoto,
  communities,
  communityPeople,
  screens,
  groupScreens,
];

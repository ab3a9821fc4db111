import type { Journey } from '../support/journey.ts';
import { firstConversation } from './first-conversation.ts';
import { otherDevice, recoveryCode, signedOutElsewhere } from './new-device.ts';
import { offline } from './offline.ts';
import { screens } from './screens.ts';
import { whoReachesMe } from './who-reaches-me.ts';

export const journeys: readonly Journey[] = [
  firstConversation,
  recoveryCode,
  otherDevice,
  signedOutElsewhere,
  offline,
  whoReachesMe,
  screens,
];

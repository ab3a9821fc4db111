import type { Route } from '../../../http/index.ts';
import { backupRoutes } from '../backup/routes/index.ts';
import type { KeyService } from '../service.ts';
import { claimKeysRoute } from './claim-keys.ts';
import { getKeysChangesRoute } from './get-keys-changes.ts';
import { queryKeysRoute } from './query-keys.ts';
import { sendToDeviceRoute } from './send-to-device.ts';
import { uploadCrossSigningKeysRoute } from './upload-cross-signing-keys.ts';
import { uploadCrossSigningSignaturesRoute } from './upload-cross-signing-signatures.ts';
import { uploadKeysRoute } from './upload-keys.ts';

export function keyRoutes(keys: KeyService): Route[] {
  return [
    uploadKeysRoute(keys),
    queryKeysRoute(keys),
    claimKeysRoute(keys),
    getKeysChangesRoute(keys),
    uploadCrossSigningKeysRoute(keys),
    uploadCrossSigningSignaturesRoute(keys),
    sendToDeviceRoute(keys),
    ...backupRoutes(keys),
  ];
}

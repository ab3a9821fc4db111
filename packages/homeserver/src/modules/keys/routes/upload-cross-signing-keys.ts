import { uploadCrossSigningKeys } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';

export function uploadCrossSigningKeysRoute(keys: KeyService) {
  return route(uploadCrossSigningKeys, async ({ body, caller, peer }) => {
    const upload = {
      master: body.master_key ?? null,
      selfSigning: body.self_signing_key ?? null,
      userSigning: body.user_signing_key ?? null,
    };
    await keys.uploadCrossSigning(caller, upload, { auth: body.auth ?? null, peer });
    return {};
  });
}

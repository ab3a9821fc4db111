import { sendToDevice } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { KeyService } from '../service.ts';
import type { Messages } from '../to-device/to-device-rules.ts';

export function sendToDeviceRoute(keys: KeyService) {
  return route(sendToDevice, async ({ params, body, caller }) => {
    await keys.sendToDevice({
      sender: caller,
      type: params.eventType,
      txnId: params.txnId,
      // SAFETY: the body was parsed from JSON.
      messages: body.messages as Messages,
    });
    return {};
  });
}

import {
  cancelDeviceLink,
  claimDeviceLink,
  confirmDeviceLink,
  refuseDeviceLink,
  startDeviceLink,
  watchDeviceLink,
} from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DeviceLinkService } from '../../devices/linking/device-link-service.ts';

/** What the new device calls, which is not signed in, and what the one that lets it in does. */
export function deviceLinkRoutes(links: DeviceLinkService): Route[] {
  return [
    route(startDeviceLink, async ({ body, peer }) => {
      const started = await links.start(body.client_name, peer);
      return {
        link_id: started.linkId,
        code: started.code,
        secret: started.secret,
        expires_in_ms: started.expiresInMs,
      };
    }),
    route(watchDeviceLink, async ({ params, body, onGone }) => {
      const view = await links.watch({
        linkId: params.linkId,
        secret: body.secret,
        seen: body.seen ?? null,
        timeoutMs: body.timeout_ms ?? 0,
        onGone,
      });
      const { handed } = view;
      return {
        state: view.state,
        expires_in_ms: view.expiresInMs,
        ...(view.number !== null && { number: view.number }),
        ...(handed && {
          login_token: handed.token.token,
          login_token_expires_in_ms: handed.token.expiresInMs,
          user_id: handed.owner.userId,
          linked_by: handed.owner.deviceId,
        }),
      };
    }),
    route(cancelDeviceLink, async ({ params, body }) => {
      await links.cancel(params.linkId, body.secret);
      return {};
    }),
    route(claimDeviceLink, async ({ body, caller, peer }) => {
      const asking = await links.claim(caller, body.code, peer);
      return {
        link_id: asking.linkId,
        ...(asking.clientName !== null && { client_name: asking.clientName }),
        address: asking.address,
        same_network: asking.isSameNetwork,
        age_ms: asking.ageMs,
        expires_in_ms: asking.expiresInMs,
        numbers: [...asking.numbers],
      };
    }),
    route(confirmDeviceLink, async ({ params, body, caller }) => {
      await links.confirm(caller, params.linkId, body.number);
      return {};
    }),
    route(refuseDeviceLink, async ({ params, caller }) => {
      await links.refuse(caller, params.linkId);
      return {};
    }),
  ];
}

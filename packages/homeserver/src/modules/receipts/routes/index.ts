import type { Route } from '../../../http/index.ts';
import type { Receipts } from '../service.ts';
import { getPresenceRoute } from './get-presence.ts';
import { postReceiptRoute } from './post-receipt.ts';
import { setPresenceRoute } from './set-presence.ts';
import { setReadMarkerRoute } from './set-read-marker.ts';
import { setTypingRoute } from './set-typing.ts';

export function receiptRoutes({ receipts, ephemeral }: Receipts): Route[] {
  return [
    postReceiptRoute(receipts),
    setReadMarkerRoute(receipts),
    setTypingRoute(ephemeral),
    setPresenceRoute(ephemeral),
    getPresenceRoute(ephemeral),
  ];
}

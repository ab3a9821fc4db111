export { getPresence } from './get-presence.ts';
export { postReceipt, type ReceiptType } from './post-receipt.ts';
export type { PresenceState } from './presence-state.ts';
export { setPresence } from './set-presence.ts';
export { setReadMarker } from './set-read-marker.ts';
export { setTyping } from './set-typing.ts';
export {
  AUDIENCES,
  EXCEPTIONS_MAX,
  VISIBILITY_TYPE,
  visibilitySettingsSchema,
  VISIBLE_THINGS,
  type Audience,
  type Visibility,
  type VisibilitySettings,
  type VisibleThing,
} from './visibility-settings.ts';

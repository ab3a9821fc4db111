export type { AuthCase, AuthEvent, AuthEvidence } from './auth-event.ts';
export { findAuthEventsRefusal, selectAuthEvents, type CitedEvent } from './auth-events.ts';
export { AUTH_REFUSALS, type AuthRefusal } from './auth-refusal.ts';
export { checkAuth, findAuthRefusal } from './rules/check-auth.ts';
export { ROOM_VERSION } from './rules/create-rules.ts';
export { isMembership, joinRuleOf, membershipOf, type Membership } from './membership.ts';
export { canInvite, canNotify, canRedact, canSend, doesRedactionApply } from './permissions.ts';
export {
  actionLevel,
  creatorsOf,
  DEFAULT_LEVELS,
  isCreator,
  notificationLevel,
  powerLevelOf,
  requiredLevel,
  type PowerLevelKey,
} from './power-levels.ts';
export type { RoomStateView, StateEntry } from './room-state-view.ts';

import { Type } from 'typebox';

export type PresenceState = 'online' | 'unavailable' | 'offline';

export const presenceStateSchema = Type.Unsafe<PresenceState>({
  type: 'string',
  enum: ['online', 'unavailable', 'offline'],
});

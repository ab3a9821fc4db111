import { Type } from 'typebox';
import { deviceIdSchema } from '../../schemas.ts';

/** One of a person's signed-in devices, as the person sees it. */
export const deviceSchema = Type.Object({
  device_id: deviceIdSchema,
  display_name: Type.Optional(Type.String()),
  last_seen_ip: Type.Optional(Type.String()),
  last_seen_ts: Type.Optional(Type.Integer()),
});

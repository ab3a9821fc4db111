import { Type } from 'typebox';
import { deviceIdSchema } from '../../schemas.ts';

/** One of a person's signed-in devices, as the person sees it. */
export const deviceSchema = Type.Object({
  device_id: deviceIdSchema,
  display_name: Type.Optional(Type.String()),
  last_seen_ip: Type.Optional(Type.String()),
  last_seen_ts: Type.Optional(Type.Integer()),
  /** When and from where it signed in, what it said it was, and which device let it in. See `docs/reference/devices.md`. */
  'app.sotto.first_seen_ts': Type.Optional(Type.Integer()),
  'app.sotto.first_seen_ip': Type.Optional(Type.String()),
  'app.sotto.user_agent': Type.Optional(Type.String()),
  'app.sotto.linked_by': Type.Optional(deviceIdSchema),
});

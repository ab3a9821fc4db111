import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

const switchSchema = Type.Object({ enabled: Type.Boolean() });

/**
 * GET /_matrix/client/v3/capabilities
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3capabilities
 */
export const getCapabilities = {
  operationId: 'getCapabilities',
  method: 'GET',
  path: '/_matrix/client/v3/capabilities',
  access: 'user',
  reply: Type.Object({
    capabilities: Type.Object({
      'm.change_password': switchSchema,
      'm.room_versions': Type.Object({
        default: Type.String(),
        available: Type.Record(
          Type.String(),
          Type.Union([Type.Literal('stable'), Type.Literal('unstable')]),
        ),
      }),
      'm.set_displayname': switchSchema,
      'm.set_avatar_url': switchSchema,
      'm.profile_fields': switchSchema,
      'm.3pid_changes': switchSchema,
      'm.get_login_token': switchSchema,
      'm.forget_forced_upon_leave': switchSchema,
      /** Of those alone who may suspend somebody. */
      'm.account_moderation': Type.Optional(
        Type.Object({ suspend: Type.Boolean(), lock: Type.Boolean() }),
      ),
      /** Whether the caller may see and decide reports. */
      'app.sotto.moderation': switchSchema,
    }),
  }),
} as const satisfies Contract;

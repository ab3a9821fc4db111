import { Type, type Static } from 'typebox';
import type { UserId } from '../../../ids.ts';

/** How many people may be excepted from somebody's quiet hours. */
export const QUIET_EXCEPT_MAX = 100;

const timeSchema = Type.String({ pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' });

/** From `from` on each of `days` until `to`, which is on the next day unless it is later than `from`. */
export const quietHoursSchema = Type.Object(
  {
    enabled: Type.Boolean(),
    from: timeSchema,
    to: timeSchema,
    /** 1 is Monday, 7 Sunday. */
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true }),
    /** An IANA time zone. */
    time_zone: Type.String({ minLength: 1, maxLength: 64 }),
    /** Whose messages notify all the same. */
    except: Type.Optional(
      Type.Array(Type.Unsafe<UserId>({ type: 'string', maxLength: 255 }), {
        maxItems: QUIET_EXCEPT_MAX,
      }),
    ),
  },
  { additionalProperties: false },
);
export type QuietHours = Static<typeof quietHoursSchema>;

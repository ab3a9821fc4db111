import { Type } from 'typebox';

/**
 * How far an attempt to link a device has come:
 * `waiting` for its code to be entered, `claimed` by a device that is asked for the number, `confirmed` there,
 * `handed` over to the new device; or `refused` there, `contested` by a second person who entered the code,
 * `expired`.
 */
export const deviceLinkStateSchema = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('claimed'),
  Type.Literal('confirmed'),
  Type.Literal('handed'),
  Type.Literal('refused'),
  Type.Literal('contested'),
  Type.Literal('expired'),
]);

export type DeviceLinkState =
  'waiting' | 'claimed' | 'confirmed' | 'handed' | 'refused' | 'contested' | 'expired';

export const deviceLinkParamsSchema = Type.Object({ linkId: Type.String({ maxLength: 255 }) });

/** What only the new device knows; it is never shown. */
export const deviceLinkSecretSchema = Type.String({ maxLength: 255 });

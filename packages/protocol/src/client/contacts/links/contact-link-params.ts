import { Type } from 'typebox';

export const contactLinkParamsSchema = Type.Object({ token: Type.String({ maxLength: 255 }) });

import { Type } from 'typebox';

/** Where a piece of content lies. The grammar is the service's to check: whatever is wrong is not found. */
export const mediaParamsSchema = Type.Object({
  serverName: Type.String({ maxLength: 255 }),
  mediaId: Type.String({ maxLength: 255 }),
});

/** What is uploaded, and what it is called. */
export const uploadQuerySchema = Type.Object({
  filename: Type.Optional(Type.String({ maxLength: 4_096 })),
});

/** How long to wait for content that is not there yet. */
export const downloadQuerySchema = Type.Object({
  timeout_ms: Type.Optional(Type.Integer({ minimum: 0 })),
});

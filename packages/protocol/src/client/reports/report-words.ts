import { Type } from 'typebox';
import { eventIdSchema, jsonObjectSchema } from '../schemas.ts';

/** What is wrong, in the reporter's eyes. */
export const REPORT_CATEGORIES = [
  'spam',
  'harassment',
  'threat',
  'hate',
  'scam',
  'impersonation',
  'sexual',
  'child_safety',
  'other',
] as const;
export type ReportCategory = (typeof REPORT_CATEGORIES)[number];

export const REPORT_KINDS = ['message', 'person', 'conversation'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_STATES = ['open', 'closed', 'appealed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** In characters. */
export const REPORT_REASON_MAX = 1_000;
export const REPORT_NOTE_MAX = 500;
/** Messages beside the reported one, of the same person and conversation. */
export const REPORT_MORE_MAX = 4;
/** Five messages of the largest size, and room for the words around them. */
export const REPORT_BYTES_MAX = 400_000;
/** How many of one's own reports are listed. */
export const OWN_REPORTS_MAX = 100;

function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}

export const categorySchema = oneOf(REPORT_CATEGORIES);
export const kindSchema = oneOf(REPORT_KINDS);
export const reportStateSchema = oneOf(REPORT_STATES);

/**
 * What an encrypted message said. With the key it is a proof; without one it is what the reporter says, and
 * is taken only of messages that carry no commitment.
 */
export const disclosureSchema = Type.Object({
  key: Type.Optional(Type.String({ maxLength: 64 })),
  type: Type.String({ minLength: 1, maxLength: 255 }),
  content: jsonObjectSchema,
});

export const reasonSchema = Type.String({ maxLength: REPORT_REASON_MAX });

/** One message of a report, with what it said. */
export const reportedMessageSchema = Type.Object({
  event_id: eventIdSchema,
  'app.sotto.frank': Type.Optional(disclosureSchema),
});

/** What Sotto adds to the specification's reports. */
export const reportReplySchema = Type.Object({ 'app.sotto.report_id': Type.String() });

/** Who has what said of them, and how sure it is. */
export const PROOFS = ['proven', 'stored', 'claimed', 'none'] as const;
export type Proof = (typeof PROOFS)[number];
export const proofSchema = oneOf(PROOFS);

export const OUTCOMES = ['dismissed', 'acted'] as const;
export type ReportOutcome = (typeof OUTCOMES)[number];
export const outcomeSchema = oneOf(OUTCOMES);

import { GROUP_ROLES, MEMBER_LABEL_MAX } from '@sotto/protocol';
import { refuse } from '../errors.ts';

// oxlint-disable-next-line no-control-regex -- these are what a label must not hold
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** A label as it is kept; refuses one that could pass for something else. */
export function readLabel(value: unknown): string {
  if (typeof value !== 'string' || value.length > MEMBER_LABEL_MAX || UNSEEN.test(value)) {
    throw refuse('label_invalid', `A label is a text of at most ${MEMBER_LABEL_MAX} characters.`);
  }
  const label = value.trim();
  const plain = label.normalize('NFKC').toLowerCase();
  if (GROUP_ROLES.some((role) => role === plain)) {
    throw refuse('label_invalid', 'This is the name of a role. Choose another label.');
  }
  return label;
}

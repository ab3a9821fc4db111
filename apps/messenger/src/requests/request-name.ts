import type { RequestSummary } from '@sotto/client';
import { nameOf } from '../people/names.ts';

/** What stands at the head of a request: who asks to write, or what they ask one into. */
export function requestName({ from, kind, groupName }: RequestSummary): string {
  return kind === 'direct' ? nameOf(from) : (groupName ?? `A ${kind} without a name`);
}

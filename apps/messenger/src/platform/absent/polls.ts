/**
 * Stands in for polls. The SDK makes one of every event that calls itself a poll, and passes over
 * those it cannot make; a conversation shows such an event as one it does not know.
 */
import { absentClass } from './absent-part.ts';

export const Poll = absentClass('the part for polls');

export const isPollEvent = (): boolean => false;

/** Read only once a poll is made. */
export const PollEvent = {};

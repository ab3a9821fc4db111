import { lazy } from 'react';

/** A script of its own, for whoever does something with a community. */
export const CommunityTask = lazy(async () => ({
  default: (await import('./community-task.tsx')).CommunityTask,
}));

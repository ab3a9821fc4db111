export { useAppearance } from './appearance-context.tsx';
export { BackButton } from './back-button.tsx';
export { useAccount, useClient, useSession } from './client-context.tsx';
export { useClock } from './clock-context.tsx';
export { listSearchId } from './keyboard/list-search.ts';
export { PaneHeader } from './pane-header.tsx';
export { Pane } from './pane.tsx';
export { PersonAvatar } from './person-avatar.tsx';
export { useAttempt } from './use-attempt.ts';

import type { Outcome, ServerInfo } from '@sotto/client';
import { createContext, useContext } from 'react';

interface ServerDescription {
  /** Null until the server has answered. */
  readonly answer: Outcome<ServerInfo> | null;
  readonly askAgain: () => void;
}

const ServerContext = createContext<ServerDescription>({
  answer: null,
  askAgain: () => undefined,
});

export const ServerProvider = ServerContext.Provider;

/** What this server says about itself: its name and whether it takes new people. */
export function useServer(): ServerDescription {
  return useContext(ServerContext);
}

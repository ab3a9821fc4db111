import type { Account, Session, SottoClient } from '@sotto/client';
import { invariant } from '@sotto/kit';
import { useObservable } from '@sotto/ui';
import { createContext, useContext, type ReactNode } from 'react';

const ClientContext = createContext<SottoClient | null>(null);

export interface ClientProviderProps {
  readonly client: SottoClient;
  readonly children: ReactNode;
}

/** Gives every screen the page's one client. */
export function ClientProvider({ client, children }: ClientProviderProps) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The front door: sign-up, sign-in, what the server allows. */
export function useClient(): SottoClient {
  const client = useContext(ClientContext);
  invariant(client !== null, 'a screen stands inside ClientProvider');
  return client;
}

/** Who is signed in on this page, if anyone. */
export function useSession(): Session {
  return useObservable(useClient().session);
}

const AccountContext = createContext<Account | null>(null);

/** Gives the screens behind the session gate the account they are about. */
export const AccountProvider = AccountContext.Provider;

/** The signed-in account. Screens behind the session gate may rely on it. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  invariant(account !== null, 'useAccount is only used behind the session gate');
  return account;
}

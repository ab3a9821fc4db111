import type { SottoClient } from '@sotto/client';
import type { Clock } from '@sotto/kit';
import { UiProvider } from '@sotto/ui';
import { RouterProvider } from '@tanstack/react-router';
import { RecoveryPromptProvider } from '../auth/recovery-prompt-context.tsx';
import { AppearanceProvider } from './appearance-context.tsx';
import { ClockProvider } from './clock-context.tsx';
import { ClientProvider } from './client-context.tsx';
import { router } from './router.tsx';

export interface AppProps {
  readonly client: SottoClient;
  readonly clock: Clock;
}

/** The whole messenger over one client. */
export function App({ client, clock }: AppProps) {
  return (
    <AppearanceProvider>
      <UiProvider>
        <ClientProvider client={client}>
          <RecoveryPromptProvider>
            <ClockProvider value={clock}>
              <RouterProvider router={router} />
            </ClockProvider>
          </RecoveryPromptProvider>
        </ClientProvider>
      </UiProvider>
    </AppearanceProvider>
  );
}

import type { LinkingState, Problem } from '@sotto/client';
import { useEffect, useState } from 'react';
import { useClient } from '../../app/index.ts';

const ASKING: LinkingState = { kind: 'asking' };
const NOT_LOADED: Problem = {
  code: 'offline',
  message: 'The server cannot be reached. Check your connection and try again.',
};

/** An attempt to be let in, given up when its screen goes away. */
export function useLinking(): LinkingState {
  const client = useClient();
  const [state, setState] = useState<LinkingState>(ASKING);

  useEffect(() => {
    let end = (): void => undefined;
    let gone = false;

    async function start(): Promise<void> {
      const linking = await client.link();
      if (gone) {
        await linking.close();
        return;
      }
      const stop = linking.state.subscribe(() => setState(linking.state.get()));
      setState(linking.state.get());
      end = () => {
        stop();
        void linking.close();
      };
    }
    start().catch(() => {
      // NOTE: the script did not come; said like any other missing connection.
      setState({ kind: 'failed', problem: NOT_LOADED });
    });
    return () => {
      gone = true;
      end();
    };
  }, [client]);

  return state;
}

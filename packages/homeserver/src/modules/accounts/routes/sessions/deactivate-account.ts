import { deactivateAccount } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { AccountService } from '../../account/account-service.ts';

export function deactivateAccountRoute(accounts: AccountService): Route {
  return route(deactivateAccount, async ({ body, caller, peer }) => {
    await accounts.deactivate({ caller, auth: body.auth, peer, erase: body.erase ?? false });
    // There are no identifiers to unbind: this server knows nobody's mail address or number.
    return { id_server_unbind_result: 'success' } as const;
  });
}

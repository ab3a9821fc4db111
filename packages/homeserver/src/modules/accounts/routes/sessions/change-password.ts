import { changePassword } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { AccountService } from '../../account/account-service.ts';

export function changePasswordRoute(accounts: AccountService): Route {
  return route(changePassword, async ({ body, caller, peer }) => {
    await accounts.changePassword({
      caller,
      auth: body.auth,
      peer,
      newPassword: body.new_password,
      signOutOthers: body.logout_devices ?? true,
    });
    return {};
  });
}

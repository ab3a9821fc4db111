import { getLoginFlows } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';

export function getLoginFlowsRoute(): Route {
  return route(getLoginFlows, async () => ({
    flows: [{ type: 'm.login.password' }, { type: 'm.login.token', get_login_token: true }],
  }));
}

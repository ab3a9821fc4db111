import { getPushRules } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { SettingsService } from '../service.ts';

export function getPushRulesRoute(settings: SettingsService) {
  return route(getPushRules, async ({ caller }) => ({
    global: settings.getPushRules(caller.userId),
  }));
}

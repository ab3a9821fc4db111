import { checkUsernameAvailability } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { RegistrationService } from '../../account/registration-service.ts';

export function checkUsernameAvailabilityRoute(registration: RegistrationService): Route {
  return route(checkUsernameAvailability, async ({ query }) => {
    await registration.checkAvailable(query.username);
    return { available: true } as const;
  });
}

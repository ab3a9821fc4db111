import { registrationTokenValidity } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { RegistrationService } from '../../account/registration-service.ts';

export function registrationTokenValidityRoute(registration: RegistrationService): Route {
  return route(registrationTokenValidity, async ({ query }) => ({
    valid: registration.isTokenValid(query.token),
  }));
}

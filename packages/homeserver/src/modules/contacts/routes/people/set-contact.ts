import { setContact } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { PeopleService } from '../../people/people-service.ts';

export function setContactRoute(people: PeopleService) {
  return route(setContact, async ({ params, body, caller }) => {
    await people.set(caller.userId, params.userId, body);
    return {};
  });
}

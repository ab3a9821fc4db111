import { getPersonCard } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { PeopleService } from '../../people/people-service.ts';
import { cardReply } from './card-reply.ts';

export function getPersonCardRoute(people: PeopleService) {
  return route(getPersonCard, async ({ params, caller }) =>
    cardReply(params.userId, await people.getCard(caller.userId, params.userId)),
  );
}

import type { Route } from '../../../http/index.ts';
import type { ContactService } from '../service.ts';
import { startDirectConversationRoute } from './start-direct-conversation.ts';

export function contactRoutes(contacts: ContactService): Route[] {
  return [startDirectConversationRoute(contacts)];
}

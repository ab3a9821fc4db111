export { CONVERSATION_PEOPLE_MAX, startDirectConversation } from './start-direct-conversation.ts';

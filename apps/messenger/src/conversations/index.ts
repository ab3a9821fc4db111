export { ConversationListPane } from './conversation-list-pane.tsx';

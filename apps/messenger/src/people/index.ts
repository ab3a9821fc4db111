export { NewMessagePane } from './choose/new-message-pane.tsx';

export { RequestPane } from './request-pane.tsx';
export { RequestsPane } from './requests-pane.tsx';

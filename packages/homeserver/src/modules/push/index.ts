export { defaultRulesFor } from './default-rules.ts';
export { defaultCompiledRules, evaluatePush, type PushNotify } from './evaluate.ts';
export type { PushContext, PushEvent, PushRoom } from './push-event.ts';

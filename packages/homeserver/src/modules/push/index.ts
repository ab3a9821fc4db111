export { defaultRulesFor } from './default-rules.ts';
export { defaultCompiledRules, evaluatePush } from './evaluate.ts';

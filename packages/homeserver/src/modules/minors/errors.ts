import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type MinorRefusal = 'birth_month_invalid' | 'minors_off' | 'nobody_to_mark';

export const refuse = refusalsOf<MinorRefusal>();

export const minorReplies: Readonly<Record<MinorRefusal, ReplySpec>> = {
  birth_month_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  // These two are for the command line only.
  minors_off: { status: 403, errcode: 'M_FORBIDDEN' },
  nobody_to_mark: { status: 404, errcode: 'M_NOT_FOUND' },
};

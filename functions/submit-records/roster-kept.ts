import type { Warning } from '../../events/submission.ts';

/** Told of a roster of which not even every row says whose it is. */
export const rosterKept: Warning = {
  code: 'ROSTER_KEPT',
  message: {
    zh: '花名册中有行连记录编号也无法读取，因此未列出的记录均予保留；改正后重报即可替换。',
    en: 'Rows of the roster cannot be read, not even whose they are: records left out of it are kept. Correct them and send it again.',
  },
};

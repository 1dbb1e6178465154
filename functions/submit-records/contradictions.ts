import { refusal } from '../../events/problem.ts';
import { maxRecords, type Submission } from '../../events/submission.ts';
import { reportedAndWithdrawn } from './reported-and-withdrawn.ts';

/**
 * Refuses a submission that contradicts itself. Throws Problem TOO_MANY_RECORDS, EMPTY_SUBMISSION or INVALID_BODY with
 * the place in the body.
 */
export const refuseContradictions = ({ records, nil, withdraws, mode }: Submission): void => {
  if (records.length > maxRecords) {
    throw refusal(
      'TOO_MANY_RECORDS',
      { zh: `一次最多 ${maxRecords} 条记录。`, en: `A submission has at most ${maxRecords} records.` },
      {
        pointer: '/records',
        found: String(records.length),
        expected: { zh: `不超过 ${maxRecords} 条`, en: `at most ${maxRecords}` },
        cause: { zh: '记录过多。', en: 'There are too many records.' },
        fix: { zh: '分成多次报送。', en: 'Send them in several submissions.' },
      },
    );
  }
  if (nil === true && records.length > 0) {
    throw refusal(
      'INVALID_BODY',
      { zh: '零报送不能带记录。', en: 'A nil report has no records.' },
      {
        pointer: '/nil',
        found: 'true',
        cause: { zh: 'nil 为 true，却有记录。', en: 'nil is true, and yet there are records.' },
        fix: { zh: '删去 nil，或删去记录。', en: 'Leave out nil, or the records.' },
      },
    );
  }
  if (records.length === 0 && nil !== true && (withdraws ?? []).length === 0) {
    throw refusal(
      'EMPTY_SUBMISSION',
      { zh: '没有任何记录。', en: 'There are no records.' },
      {
        pointer: '/records',
        found: '[]',
        cause: {
          zh: '记录为空，也未声明零报送。',
          en: 'It is empty and does not say that there is nothing to report.',
        },
        fix: {
          zh: '填写记录；确无记录时写 "nil": true。',
          en: 'Give records; where there is nothing to report, say "nil": true.',
        },
      },
    );
  }
  if (mode === 'roster' && withdraws !== undefined) {
    throw refusal(
      'INVALID_BODY',
      { zh: '花名册方式不用 withdraws。', en: 'A roster withdraws nothing by name.' },
      {
        pointer: '/withdraws',
        cause: {
          zh: '花名册替换网点的全部记录，未列出的即不再存在。',
          en: 'A roster replaces the branch’s part: what it leaves out is gone.',
        },
        fix: { zh: '删去 withdraws，或改用 events 方式。', en: 'Leave out withdraws, or use mode events.' },
      },
    );
  }
  const keys = new Set(records.map((record) => (record as { recordId?: unknown } | null)?.recordId));
  const both = (withdraws ?? []).findIndex((key) => keys.has(key));
  if (both !== -1) {
    throw refusal(
      'INVALID_BODY',
      { zh: '同一记录既报送又撤回。', en: 'A record is both reported and withdrawn.' },
      reportedAndWithdrawn(both, withdraws![both]!),
    );
  }
};

import type { Fault } from '../../events/fault.ts';
import type { Counts } from '../../events/submission.ts';
import type { Upload, UploadCopies } from '../../events/upload.ts';

/** Of the file: a larger one takes longer to write than a step may. */
export const maxCopyBytes = 256 * 1024 * 1024;

const none: UploadCopies = { state: 'none', made: [], until: null, notes: [], faults: [] };

export const noCopies = (...faults: readonly Fault[]): UploadCopies => ({ ...none, faults: [...faults] });
export const copiesAreDue: UploadCopies = { ...none, state: 'due' };

const notATable: Fault = {
  code: 'NO_COPY_OF_JSON',
  cause: {
    zh: 'JSON 文件没有行列，不生成带标注的副本；判定结果不受影响。',
    en: 'A file of JSON has no rows and columns, so no marked copy is made; the findings are complete.',
  },
  fix: { zh: '请查看报告。', en: 'Read the report.' },
};

const tooLarge = (bytes: number): Fault => ({
  code: 'FILE_TOO_LARGE_TO_MARK',
  found: `${Math.round(bytes / 2 ** 20)} MiB`,
  expected: { zh: `不超过 ${maxCopyBytes / 2 ** 20} MiB`, en: `at most ${maxCopyBytes / 2 ** 20} MiB` },
  cause: {
    zh: '文件过大，不生成带标注的副本；判定结果不受影响，全部列于报告。',
    en: 'The file is too large, so no marked copy is made; the findings are complete and stand in the report.',
  },
  fix: { zh: '请查看报告，或将文件拆分后分别上传。', en: 'Read the report, or upload the file in parts.' },
});

export const copiesFailed: UploadCopies = {
  ...none,
  state: 'failed',
  faults: [
    {
      code: 'COPIES_FAILED',
      cause: {
        zh: '生成带标注的副本时服务内部出错，已记录；审计不受影响。',
        en: 'The service failed to make the marked copies and has noted it; the audit is not touched by it.',
      },
      fix: {
        zh: '稍后以 POST /v1/uploads/{id}/resume 重新生成；期间请查看报告。',
        en: 'Have them made anew later by POST /v1/uploads/{id}/resume; read the report meanwhile.',
      },
    },
  ],
};

/** Rows of a submission that have something to mark. */
export const markedOf = ({ violation, undetermined, faults }: Counts): number => violation + undetermined + faults;

/** What comes back of a file of which so many rows have something to mark. */
export const copiesOf = ({ isTable, size }: Pick<Upload, 'isTable' | 'size'>, marked: number): UploadCopies => {
  if (marked === 0) return none;
  if (isTable !== true) return noCopies(notATable);
  return size > maxCopyBytes ? noCopies(tooLarge(size)) : copiesAreDue;
};

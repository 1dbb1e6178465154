import type { Fault } from '../../events/fault.ts';
import type { Upload } from '../../events/upload.ts';
import type { Said } from '../files/prepared.ts';

/** The object store refuses other bytes; who reached past it is refused here. */
export const notAsSaid = (
  { size, sha256 }: Upload,
  found: { readonly size: number; readonly sha256: string },
): Fault => ({
  code: 'FILE_NOT_AS_SAID',
  column: found.size === size ? 'sha256' : 'size',
  found: found.size === size ? found.sha256 : String(found.size),
  expected: found.size === size ? { zh: sha256, en: sha256 } : { zh: `${size} 字节`, en: `${size} bytes` },
  cause: { zh: '收到的文件与声明的不同。', en: 'The file that came is not the one announced.' },
  fix: { zh: '重新上传，声明其实际大小与 SHA-256。', en: 'Upload it anew, with its own size and SHA-256.' },
});

export const fileIsGone: Fault = {
  code: 'FILE_GONE',
  cause: { zh: '文件已不在存储中（上传后只保存一周）。', en: 'The file is not there any more: it is kept for a week.' },
  fix: { zh: '重新上传。', en: 'Upload it anew.' },
};

export const otherKind = (found: string, expected: string): Fault => ({
  code: 'FILE_OF_OTHER_KIND',
  column: 'recordKind',
  found,
  expected: { zh: expected, en: expected },
  cause: {
    zh: `文件自称为 ${found}，而上传时声明为 ${expected}。`,
    en: `The file says that it is of ${found}, and was announced as ${expected}.`,
  },
  fix: { zh: '选择与文件相符的记录类型，重新上传。', en: 'Name the kind that the file is of, and upload it anew.' },
});

/** What a submission body, sent as a file, says of itself otherwise than its upload. */
export const saysOtherwise = (said: Said, { chain }: Upload): Fault[] =>
  (
    [
      ['branchId', said.branchId, chain.branchId],
      ['period', `${said.period.from} – ${said.period.to}`, `${chain.period.from} – ${chain.period.to}`],
      ['mode', said.mode, chain.mode],
    ] as const
  ).flatMap(([column, found, expected]) =>
    found === expected
      ? []
      : [
          {
            code: 'FILE_SAYS_OTHERWISE',
            ...{ column, found, expected: { zh: expected, en: expected } },
            cause: {
              zh: `文件中的 ${column} 与上传时声明的不同。`,
              en: `${column} in the file is not what its upload said.`,
            },
            fix: { zh: '使两者一致，重新上传。', en: 'Make the two agree, and upload it anew.' },
          },
        ],
  );

export const tooManyRows = (rows: number, most: number): Fault => ({
  code: 'TOO_MANY_RECORDS',
  found: String(rows),
  expected: { zh: `不超过 ${most} 条`, en: `at most ${most}` },
  cause: { zh: '文件中的记录过多。', en: 'There are too many records in the file.' },
  fix: { zh: '按较短的期间分成多个文件。', en: 'Send a file for each shorter period.' },
});

export const noRows: Fault = {
  code: 'EMPTY_SUBMISSION',
  cause: { zh: '文件中没有任何记录。', en: 'There are no records in the file.' },
  fix: {
    zh: '填写记录；确无记录时以 POST /v1/submissions 报送 "nil": true。',
    en: 'Give records; where there is nothing to report, say "nil": true by POST /v1/submissions.',
  },
};

export const sameAsHead = (head: string): Fault => ({
  code: 'SAME_AS_HEAD',
  found: head,
  cause: {
    zh: `同一文件已审计为 ${head}，无需再次记录。`,
    en: `The same file has been audited as ${head} meanwhile: nothing is to be recorded again.`,
  },
  fix: { zh: `见 /v1/submissions/${head}。`, en: `See /v1/submissions/${head}.` },
});

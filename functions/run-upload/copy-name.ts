import type { CopyName } from '../../events/upload.ts';
import type { CutFile } from './deps.ts';

/** What a name may not have in it where people save files: slashes lead elsewhere, and the rest Windows refuses. */
const unsafe = /[:*?"<>|\p{Cc}]/gu;

const ownExtension = { workbook: /^\.xls[xm]$/i, text: /^\.(csv|tsv|txt)$/i };

/** Under which name a copy is offered: that of the file, and what it is of it; its end says what it really is. */
export const copyNameOf = (name: string, copy: CopyName, { sheet, isGzipped }: CutFile['written']): string => {
  const plain = name
    .split(/[\\/]/)
    .at(-1)!
    .replaceAll(unsafe, '_')
    .replace(/\.gz$/i, '')
    .replace(/^[\s.]+/, '');
  const dot = plain.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ''];
  const isWorkbook = sheet !== undefined;
  const isOwn = ownExtension[isWorkbook ? 'workbook' : 'text'].test(end);
  const extension = isOwn ? end : isWorkbook ? '.xlsx' : '.csv';
  return `${stem || 'file'}.${copy}${extension}${isGzipped && !isWorkbook ? '.gz' : ''}`;
};

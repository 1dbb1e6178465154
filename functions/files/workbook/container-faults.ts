import type { Fault, Text } from '../../../events/fault.ts';
import { shown } from '../../../events/field-faults.ts';

const saveAsWorkbook: Text = {
  zh: '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再传。',
  en: 'Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and send that.',
};
const sendAgain: Text = {
  zh: '确认原文件能用 Excel 或 WPS 打开，重新保存后再传一次。',
  en: 'See that the original opens in Excel or WPS, save it again, and send it once more.',
};

export const truncated: Fault = {
  code: 'FILE_CUT_SHORT',
  cause: {
    zh: '文件结尾缺失，可能下载或传输中断。',
    en: 'The end of the file is missing: a download or transfer may have been cut.',
  },
  fix: sendAgain,
};

/** `what` says in both languages which part, or what of the archive, cannot be read. */
export const damaged = (what: Text): Fault => ({
  code: 'FILE_DAMAGED',
  cause: { zh: `工作簿已损坏：${what.zh}。`, en: `The workbook is damaged: ${what.en}.` },
  fix: sendAgain,
});

export const malformedXml = (part: string, why: string): Fault => ({
  code: 'MALFORMED_XML',
  found: shown(part),
  cause: {
    zh: `工作簿的部件 ${shown(part)} 不是完整的 XML（${shown(why)}）。`,
    en: `The part ${shown(part)} of the workbook is not well-formed XML (${shown(why)}).`,
  },
  fix: sendAgain,
});

export const unsafeXml = (part: string, what: Text): Fault => ({
  code: 'UNSAFE_XML',
  found: shown(part),
  cause: {
    zh: `工作簿的部件 ${shown(part)} ${what.zh}，Excel 不会这样保存，未读取。`,
    en: `The part ${shown(part)} of the workbook ${what.en}; Excel saves none such, so it was not read.`,
  },
  fix: saveAsWorkbook,
});

export const unsafeArchive = (what: Text): Fault => ({
  code: 'UNSAFE_ARCHIVE',
  cause: {
    zh: `工作簿的压缩结构不可信：${what.zh}，未读取。`,
    en: `The archive of the workbook cannot be trusted: ${what.en}; it was not read.`,
  },
  fix: saveAsWorkbook,
});

export const tooManyParts = (found: number, most: number): Fault => ({
  code: 'TOO_MANY_PARTS',
  found: String(found),
  expected: { zh: `不超过 ${most} 个部件`, en: `at most ${most} parts` },
  cause: {
    zh: '工作簿所含部件（工作表、图片等）过多，未读取。',
    en: 'The workbook has too many parts (sheets, pictures and the like); it was not read.',
  },
  fix: {
    zh: '只保留要报送的工作表，删去图片后另存。',
    en: 'Keep the sheet to be sent only, without pictures, and save it.',
  },
});

export const archiveBomb = (part: string, unpackedBytes: number): Fault => ({
  code: 'COMPRESSED_TOO_FAR',
  found: shown(part),
  cause: {
    zh: `部件 ${shown(part)} 解压后有 ${unpackedBytes} 字节，与压缩前相比大得不正常，未读取。`,
    en: `The part ${shown(part)} unpacks to ${unpackedBytes} bytes, out of all proportion to its packed size; it was not read.`,
  },
  fix: {
    zh: '删去空白区域的格式后另存；数据很多时分成几个文件。',
    en: 'Clear the formats of blank areas and save it; split it where there is much in it.',
  },
});

/** One of the texts that cells name; which cells do is not known yet. */
export const textTooLong = (part: string, most: number): Fault => ({
  code: 'TEXT_TOO_LONG',
  found: shown(part),
  expected: { zh: `一格不超过 ${most} 字节`, en: `at most ${most} bytes in a cell` },
  cause: { zh: '有单元格的文字过长，不像是记录。', en: 'A cell has a text too long to belong to a record.' },
  fix: { zh: '删去多余的内容后另存。', en: 'Delete what does not belong there, and save it.' },
});

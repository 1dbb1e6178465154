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

/** What people rename to `.xlsx`, or believe to be one. */
export const otherFormats = {
  xls: {
    code: 'OLD_WORKBOOK',
    cause: {
      zh: '文件内容是旧版 .xls 工作簿，改扩展名不会改变内容。',
      en: 'The content is an old .xls workbook; renaming the file does not change it.',
    },
    fix: saveAsWorkbook,
  },
  encrypted: {
    code: 'PASSWORD_PROTECTED',
    cause: { zh: '工作簿设有打开密码，内容已加密。', en: 'The workbook has a password and is encrypted.' },
    fix: {
      zh: '打开后在“文件—信息—保护工作簿”中清除密码，保存后再传。',
      en: 'Open it, clear the password under File, Info, Protect Workbook, save it, and send that.',
    },
  },
  xlsb: {
    code: 'BINARY_WORKBOOK',
    cause: { zh: '文件内容是二进制工作簿（.xlsb）。', en: 'The content is a binary workbook (.xlsb).' },
    fix: saveAsWorkbook,
  },
  ods: {
    code: 'OPEN_DOCUMENT',
    cause: {
      zh: '文件内容是 OpenDocument 文档（如 .ods）。',
      en: 'The content is an OpenDocument file, such as .ods.',
    },
    fix: saveAsWorkbook,
  },
  numbers: {
    code: 'NUMBERS_DOCUMENT',
    cause: { zh: '文件内容是 Numbers 表格。', en: 'The content is a Numbers document.' },
    fix: {
      zh: '在 Numbers 中选“导出为 Excel”，传导出的 .xlsx。',
      en: 'Export it to Excel from Numbers, and send the .xlsx.',
    },
  },
  word: {
    code: 'NOT_A_TABLE',
    found: 'docx',
    cause: { zh: '文件内容是 Word 文档，不是工作簿。', en: 'The content is a Word document, no workbook.' },
    fix: {
      zh: '把表格复制到 Excel 中保存为 .xlsx 后再传。',
      en: 'Copy the table into Excel, save it as .xlsx, and send that.',
    },
  },
  slides: {
    code: 'NOT_A_TABLE',
    found: 'pptx',
    cause: { zh: '文件内容是演示文稿，不是工作簿。', en: 'The content is a presentation, no workbook.' },
    fix: {
      zh: '把表格复制到 Excel 中保存为 .xlsx 后再传。',
      en: 'Copy the table into Excel, save it as .xlsx, and send that.',
    },
  },
  zip: {
    code: 'ARCHIVE',
    found: 'zip',
    cause: {
      zh: '文件内容是压缩包，里面没有工作簿的内容。',
      en: 'The content is an archive that holds no workbook parts.',
    },
    fix: { zh: '解压后逐个上传其中的文件。', en: 'Unpack it, and send the files in it one by one.' },
  },
  other: {
    code: 'NOT_A_TABLE',
    cause: { zh: '文件内容不是工作簿。', en: 'The content is no workbook.' },
    fix: saveAsWorkbook,
  },
} satisfies Record<string, Fault>;

export const emptyFile: Fault = {
  code: 'EMPTY_FILE',
  cause: { zh: '文件没有内容。', en: 'The file is empty.' },
  fix: { zh: '确认保存成功后再传。', en: 'See that it was saved, and send it again.' },
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

export const tooLarge = (found: number, most: number): Fault => ({
  code: 'FILE_TOO_LARGE',
  found: String(found),
  expected: { zh: `不超过 ${most} 字节`, en: `at most ${most} bytes` },
  cause: { zh: '文件过大。', en: 'The file is too large.' },
  fix: { zh: '分成几个文件。', en: 'Split it into several files.' },
});

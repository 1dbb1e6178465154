import type { Text } from '../../events/fault.ts';
import type { LineFault, Unreadable } from './prepared.ts';
import type { Look } from './sniff.ts';

const both = (zh: string, en: string): Text => ({ zh, en });

const inExcel = both(
  '用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”或“CSV UTF-8（逗号分隔）”后再试。',
  'Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)” or “CSV UTF-8 (comma delimited)”, and try again.',
);
const unpack = both(
  '解压后逐个上传其中的表格；单个文件可用 gzip 压缩。',
  'Unpack it and send the tables in it one by one; a single file may be compressed by gzip.',
);
const sendTheTable = both(
  '上传原来的表格（XLSX、CSV、NDJSON 或 JSON），可用本系统的模板填写。',
  'Send the table itself (XLSX, CSV, NDJSON or JSON); there is a template of each kind.',
);

type NotRead = Exclude<Look, 'text' | 'gzip' | 'xlsx' | 'empty'>;
type Told = { readonly code: string; readonly name: Text; readonly fix: Text; readonly why?: Text };

/** How each kind of file that is not read is told, and what its sender can do. */
const told: Readonly<Record<NotRead, Told>> = {
  xls: {
    code: 'OLD_WORKBOOK',
    name: both('旧版 Excel 工作簿（XLS）', 'an Excel workbook of the old form (XLS)'),
    fix: inExcel,
  },
  xlsb: {
    code: 'BINARY_WORKBOOK',
    name: both('Excel 二进制工作簿（XLSB）', 'a binary Excel workbook (XLSB)'),
    fix: inExcel,
  },
  ods: {
    code: 'OPEN_DOCUMENT',
    name: both('OpenDocument 表格（ODS）', 'an OpenDocument spreadsheet (ODS)'),
    fix: inExcel,
  },
  'xml-workbook': {
    code: 'XML_WORKBOOK',
    name: both('XML 表格（Excel 2003）', 'an XML spreadsheet of Excel 2003'),
    fix: inExcel,
  },
  html: {
    code: 'HTML_TABLE',
    name: both('网页（有些系统把网页表格存成 .xls）', 'a web page, which some systems save under the name .xls'),
    fix: inExcel,
  },
  mail: {
    code: 'HTML_TABLE',
    name: both('单一文件网页（MHTML）或邮件', 'a web archive (MHTML) or a mail'),
    fix: inExcel,
  },
  'encrypted-workbook': {
    code: 'PASSWORD_PROTECTED',
    name: both('设有打开密码的 Office 文件', 'an Office file that needs a password to open'),
    fix: both(
      '在 Excel 中打开，用“文件—信息—保护工作簿—用密码进行加密”清空密码，保存后再试；也可另存为 CSV。',
      'Open it in Excel, clear the password under File, Info, Protect Workbook, Encrypt with Password, save it and try again; or save it as CSV.',
    ),
    why: both('文件已加密，没有密码无法读取。', 'The file is encrypted and cannot be read without its password.'),
  },
  docx: { code: 'NOT_A_TABLE', name: both('Word 文档', 'a Word document'), fix: sendTheTable },
  doc: { code: 'NOT_A_TABLE', name: both('旧版 Word 文档', 'a Word document of the old form'), fix: sendTheTable },
  pptx: { code: 'NOT_A_TABLE', name: both('演示文稿', 'a presentation'), fix: sendTheTable },
  pdf: { code: 'NOT_A_TABLE', name: both('PDF', 'a PDF'), fix: sendTheTable },
  image: { code: 'NOT_A_TABLE', name: both('图片', 'an image'), fix: sendTheTable },
  zip: { code: 'ARCHIVE', name: both('ZIP 压缩包', 'a ZIP archive'), fix: unpack },
  archive: {
    code: 'ARCHIVE',
    name: both('压缩包（RAR、7z、TAR 等）', 'an archive (RAR, 7z, TAR or the like)'),
    fix: unpack,
  },
};

const readable = both(
  'XLSX、CSV、NDJSON 或 JSON，可用 gzip 压缩',
  'XLSX, CSV, NDJSON or JSON, which may be compressed by gzip',
);

export const unreadable = (...faults: readonly LineFault[]): Unreadable => ({ format: 'unread', faults });

/** The fault of a file that is something else than a table, by what it is. */
export const notRead = (look: NotRead): LineFault => {
  const { code, name, fix, why } = told[look];
  return {
    code,
    found: `${name.zh} (${name.en})`,
    expected: readable,
    cause: why ?? { zh: `文件是${name.zh}，不能直接读取。`, en: `The file is ${name.en}, which is not read.` },
    fix,
  };
};

/** A file without a single record: nothing at all in it, or headings alone. */
export const noRecords: LineFault = {
  code: 'EMPTY_FILE',
  cause: both('文件里没有任何记录。', 'The file has no records.'),
  fix: both(
    '核对是否选错了文件；确无记录时，用报送请求体写 "nil": true。',
    'See whether it is the right file; where there is nothing to report, use a submission body with "nil": true.',
  ),
};

const inMiB = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;

export const tooLarge = (bytes: number, most: number): LineFault => ({
  code: 'FILE_TOO_LARGE',
  found: inMiB(bytes),
  expected: both(`不超过 ${inMiB(most)}`, `at most ${inMiB(most)}`),
  cause: both('文件过大，未读取。', 'The file is too large; it was not read.'),
  fix: both('按网点或月份拆成几个文件，或用 gzip 压缩。', 'Split it by branch or month, or compress it by gzip.'),
});

export const bomb = (packed: number, unpacked: number): LineFault => ({
  code: 'COMPRESSED_TOO_FAR',
  found: `${inMiB(packed)} → ${inMiB(unpacked)}`,
  cause: both(
    '压缩内容展开后远大于正常表格，疑为压缩炸弹；已停止读取。',
    'What is compressed grows far beyond what tables do, as in an archive bomb; reading was stopped.',
  ),
  fix: both('核对文件来源；不压缩直接上传。', 'See where the file comes from; send it uncompressed.'),
});

export const cutShort = (): LineFault => ({
  code: 'FILE_CUT_SHORT',
  cause: both('压缩文件不完整：传输或保存时被截断。', 'The compressed file is not whole: it was cut short on its way.'),
  fix: both('重新压缩或重新上传。', 'Compress it again, or send it again.'),
});

export const damaged = (): LineFault => ({
  code: 'FILE_DAMAGED',
  cause: both('压缩文件已损坏，无法解压。', 'The compressed file is damaged and cannot be unpacked.'),
  fix: both('重新压缩或重新上传。', 'Compress it again, or send it again.'),
});

export const packedTwice = (): LineFault => ({
  code: 'ARCHIVE',
  cause: both('压缩文件里还是压缩文件。', 'There is a compressed file within the compressed file.'),
  fix: unpack,
});

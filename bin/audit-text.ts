import type { Fault, Text } from '../events/fault.ts';

const decodes = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** Of zero bytes among the first ones every second is what UTF-16 of mostly ASCII text looks like. */
const zerosAt = (bytes: Uint8Array, parity: 0 | 1): boolean => {
  const head = bytes.subarray(0, 64);
  const zeros = head.filter((byte, at) => at % 2 === parity && byte === 0).length;
  return head.length >= 4 && zeros >= head.length / 4;
};

/** What the bytes probably are, for the message only: nothing but UTF-8 is read. */
type Look = { readonly code: 'WORKBOOK' | 'WRONG_ENCODING'; readonly name: Text; readonly fix: Text };

const asCsv: Text = {
  zh: '另存为“CSV UTF-8（逗号分隔）”后再试。',
  en: 'Save it as “CSV UTF-8 (comma delimited)” and try again.',
};
const asJson: Text = { zh: '另存为 UTF-8 编码的 JSON 后再试。', en: 'Save it as JSON in UTF-8 and try again.' };

const workbook = (zh: string, en: string): Look => ({
  code: 'WORKBOOK',
  name: { zh, en },
  fix: {
    zh: '在 Excel 中另存为“CSV UTF-8（逗号分隔）”后再试；目前尚不能直接读取工作簿。',
    en: 'In Excel, save it as “CSV UTF-8 (comma delimited)” and try again; workbooks themselves come later.',
  },
});

/** A container that is told by how it begins, whatever its bytes would decode to. */
const containerOf = (bytes: Uint8Array): Look | undefined => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return workbook('Excel 工作簿（XLSX，或其他 ZIP 文件）', 'an Excel workbook (XLSX, or another ZIP file)');
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return workbook('Excel 工作簿（XLS）', 'an Excel workbook (XLS)');
  if (!startsWith(bytes, 0x1f, 0x8b)) return undefined;
  const fix = { zh: '解压后再试。', en: 'Unpack it and try again.' };
  return { code: 'WRONG_ENCODING', name: { zh: 'gzip 压缩文件', en: 'a gzip file' }, fix };
};

const encodingOf = (bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | 'GB18030' => {
  if (startsWith(bytes, 0xff, 0xfe) || zerosAt(bytes, 1)) return 'UTF-16LE';
  return startsWith(bytes, 0xfe, 0xff) || zerosAt(bytes, 0) ? 'UTF-16BE' : 'GB18030';
};

const otherTextOf = (bytes: Uint8Array): Look => {
  const encoding = encodingOf(bytes);
  const text = decodes(bytes, encoding);
  if (text === undefined) {
    const name = { zh: '未知编码或二进制', en: 'an unknown encoding or binary content' };
    return { code: 'WRONG_ENCODING', name, fix: asCsv };
  }
  const named = encoding === 'GB18030' ? 'GBK/GB18030' : encoding;
  return {
    code: 'WRONG_ENCODING',
    name: { zh: named, en: named },
    fix: /^\s*[[{]/.test(text) ? asJson : asCsv,
  };
};

const lineOfFirstBadByte = (bytes: Uint8Array): number => {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return lossy.slice(0, lossy.indexOf('\ufffd')).split('\n').length;
};

export type TextOrFault =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text?: undefined; readonly fault: Fault & { readonly line?: number } };

/** The file's text, without byte order mark; or the fault that says what it is instead of UTF-8. */
export const textOf = (bytes: Uint8Array): TextOrFault => {
  const container = containerOf(bytes);
  const text = container === undefined ? decodes(bytes, 'utf-8') : undefined;
  if (text !== undefined && !text.includes('\0')) return { text };
  const { code, name, fix } = container ?? otherTextOf(bytes);
  return {
    fault: {
      code,
      ...(text === undefined && container === undefined && { line: lineOfFirstBadByte(bytes) }),
      found: name.zh === name.en ? name.zh : `${name.zh} (${name.en})`,
      expected: { zh: 'UTF-8 文本（可带 BOM）', en: 'UTF-8 text, with or without byte order mark' },
      cause: {
        zh: `文件不是 UTF-8 文本，看来是 ${name.zh}。`,
        en: `The file is not UTF-8 text; it looks like ${name.en}.`,
      },
      fix,
    },
  };
};

import { strToU8, Zip, ZipDeflate } from 'fflate';

// The parts of a workbook of one sheet that say nothing of the records.

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${start}<Relationships xmlns="${packaged}/relationships">${targets
    .map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const frame: readonly (readonly [path: string, xml: string])[] = [
  [
    '[Content_Types].xml',
    `${start}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  ],
  ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
  [
    'xl/workbook.xml',
    `${start}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="记录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
  ],
  [
    'xl/styles.xml',
    `${start}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  ],
];

/** A sheet has as many rows, its headings among them. */
export const mostSheetRows = 1_048_576;

/** Of local time, as archives have it: the same wherever it is written. */
const noTime = new Date(1980, 0, 1);

/** A workbook of one sheet, piece by piece: what is ready is taken with `take`. Memory does not grow with it. */
export const workbookWriter = (headings: string) => {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  const begin = (path: string): ZipDeflate => {
    const part = new ZipDeflate(path, { level: 1 });
    part.mtime = noTime;
    zip.add(part);
    return part;
  };
  for (const [path, xml] of frame) begin(path).push(strToU8(xml), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  sheet.push(strToU8(`${start}<worksheet xmlns="${main}"><sheetData>${headings}`));
  return {
    rows: (bytes: Uint8Array): void => sheet.push(bytes),
    end: (sharedStrings: string): void => {
      sheet.push(strToU8('</sheetData></worksheet>'), true);
      begin('xl/sharedStrings.xml').push(strToU8(sharedStrings), true);
      zip.end();
    },
    take: (): readonly Uint8Array[] => {
      const taken = ready;
      ready = [];
      return taken;
    },
  };
};

import { shown } from '../../../events/field-faults.ts';
import { cellReference, columnLetters } from '../cell-reference.ts';
import type { LineFault, LineWarning } from '../prepared.ts';

// Of what stands in sheets; container-faults.ts has what is wrong with the file around them.

const listed = (names: readonly string[], most = 10): { readonly zh: string; readonly en: string } => {
  const some = names.slice(0, most).map((name) => `“${shown(name)}”`);
  const more = names.length > most;
  return { zh: `${some.join('、')}${more ? '等' : ''}`, en: `${some.join(', ')}${more ? ' and others' : ''}` };
};

/** `row` as the sheet numbers it; none of the workbook is read. */
export const sheetRowTooLong = (row: number, most: number): LineFault => ({
  code: 'ROW_TOO_LONG',
  line: row,
  expected: { zh: `一行各单元格合计不超过 ${most} 个字符`, en: `at most ${most} characters in the cells of a row` },
  cause: {
    zh: '此行各单元格的文字合计过长，工作簿未读取：多为粘入了大段文字，或把许多条记录放进了一行。',
    en: 'The cells of this row hold too much text, so the workbook was not read: often something large was pasted in, or many records stand in one row.',
  },
  fix: {
    zh: '删去该行多余的文字，一行一条记录，保存后再传。',
    en: 'Take what is too much out of the row, write one record a row, and save it.',
  },
});

export const noSheet = (hidden: readonly string[]): LineFault => ({
  code: 'NO_SHEET',
  ...(hidden.length > 0 ? { found: hidden.map((name) => shown(name)).join('、') } : {}),
  cause:
    hidden.length > 0
      ? {
          zh: '工作簿只有隐藏的工作表，隐藏的不读取。',
          en: 'The workbook has hidden sheets only, and hidden ones are not read.',
        }
      : { zh: '工作簿没有可填数据的工作表。', en: 'The workbook has no sheet that could hold records.' },
  fix: {
    zh: '取消隐藏要报送的工作表，或把记录填在一张新的工作表中。',
    en: 'Show the sheet that is to be sent, or put the records on a new one.',
  },
});

export const twoSheets = (names: readonly string[]): LineFault => {
  const { zh, en } = listed(names);
  return {
    code: 'TWO_SHEETS',
    found: names
      .slice(0, 10)
      .map((name) => shown(name))
      .join('、'),
    expected: { zh: '只有一张有记录的工作表', en: 'one sheet with records' },
    cause: {
      zh: `${zh}都有列名和记录，无法确定应读取哪一张，均未读取。`,
      en: `${en} all have headings and records; which one is meant cannot be told, so none was read.`,
    },
    fix: {
      zh: '每个文件只保留一张有记录的工作表；确需都报送时分成几个文件，或合并到一张。',
      en: 'Keep one sheet with records in a file; to send all of them, use a file for each or put the rows on one sheet.',
    },
  };
};

export const sheetsPassedOver = (names: readonly string[], read: string): LineWarning => {
  const { zh, en } = listed(names);
  return {
    code: 'SHEETS_PASSED_OVER',
    message: {
      zh: `读取的是工作表“${shown(read)}”；${zh}也有部分列名，但缺少必需的列或不是模板的数据表，未读取。`,
      en: `The sheet “${shown(read)}” was read; ${en} too has some of the headings but lacks a required column or is not the template’s own, and was not read.`,
    },
  };
};

export const mergedCells = (ranges: readonly string[], total: number, line: number): LineFault => {
  const more = total > ranges.length;
  return {
    code: 'MERGED_CELLS',
    line,
    found: `${ranges.join('、')}${more ? '…' : ''}`,
    expected: { zh: '每格各填各的值', en: 'a value in each cell' },
    cause: {
      zh: `数据区有 ${total} 处合并单元格；合并后只有左上角一格有值，其余为空，各行按此读取。`,
      en: `Cells are merged in ${total} places among the rows: only the first cell of each has the value, the others are blank, and the rows were read so.`,
    },
    fix: {
      zh: '选中这些区域，取消“合并单元格”，在每一格补上值后再传。',
      en: 'Unmerge these cells, fill the value into each of them, and send it again.',
    },
  };
};

export const formulaCells = (total: number, line: number, column: number): LineWarning => ({
  code: 'FORMULA_CELLS',
  line,
  column: columnLetters(column),
  message: {
    zh: `${total} 个单元格是公式，按保存时的计算结果读取；第一处在 ${cellReference(column, line)}。建议“选择性粘贴—数值”后再传。`,
    en: `${total} cells are formulas and were read by the results saved with them; the first is ${cellReference(column, line)}. Better paste them as values before sending.`,
  },
});

export const formulasUnreckoned = (total: number, line: number, column: number): LineFault => ({
  code: 'FORMULA_WITHOUT_VALUE',
  line,
  column: columnLetters(column),
  cause: {
    zh: `${total} 个公式没有保存计算结果（文件由程序生成，未经 Excel 计算），按空值读取；第一处在 ${cellReference(column, line)}。`,
    en: `${total} formulas were saved without results (a program wrote them, and Excel never reckoned them) and were read as blanks; the first is ${cellReference(column, line)}.`,
  },
  fix: {
    zh: '用 Excel 或 WPS 打开并保存，或“选择性粘贴—数值”后再传。',
    en: 'Open and save it in Excel or WPS, or paste the cells as values, and send it again.',
  },
});

export const hiddenRows = (total: number, line: number, isFiltered: boolean): LineWarning => ({
  code: 'HIDDEN_ROWS',
  line,
  message: {
    zh: `${total} 行记录${isFiltered ? '被筛选或隐藏' : '被隐藏'}，仍已读取；第一处在第 ${line} 行。不应报送时删去这些行。`,
    en: `${total} rows are ${isFiltered ? 'filtered out or hidden' : 'hidden'} and were read all the same; the first is row ${line}. Delete them if they should not be sent.`,
  },
});

export const hiddenColumns = (headings: readonly string[]): LineWarning => {
  const { zh, en } = listed(headings);
  return {
    code: 'HIDDEN_COLUMNS',
    message: {
      zh: `${headings.length} 列被隐藏，仍已读取：${zh}。`,
      en: `${headings.length} columns are hidden and were read all the same: ${en}.`,
    },
  };
};

export const cellsBesideTable = (total: number, line: number, column: number): LineWarning => ({
  code: 'CELLS_BESIDE_TABLE',
  line,
  column: columnLetters(column),
  message: {
    zh: `表格右侧有 ${total} 个单元格没有列名，未读取，原样保留；第一处在 ${cellReference(column, line)}。`,
    en: `${total} cells to the right of the table have no heading: they were not read, and are kept as they are; the first is ${cellReference(column, line)}.`,
  },
});

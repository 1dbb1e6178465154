import type { Contract } from '../../events/contract.ts';
import { csvLine } from './csv-line.ts';
import { exampleRow, headingRows } from './template-cells.ts';

/** A kind’s template as CSV: headings in both languages and the example, with a mark by which Excel takes it for UTF-8. */
export const templateCsv = (contract: Contract, example: Readonly<Record<string, unknown>>): string =>
  `\uFEFF${[...headingRows(contract), exampleRow(contract, example)].map(csvLine).join('')}`;

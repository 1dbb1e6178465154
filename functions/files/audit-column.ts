import type { Text } from '../../events/fault.ts';
import { type Grade, wordOf } from './marks.ts';

/** Heading of the column that we add to what goes back. A reader leaves the column out: it is ours, not the record's. */
export const AUDIT_HEADING = '稽核结果 Audit result';

/** Whether a column is the one that an earlier answer added: it is not read, and the next answer replaces it. */
export const isAuditHeading = (heading: string): boolean =>
  heading.trim().replace(/\s+/g, ' ').toLowerCase() === AUDIT_HEADING.toLowerCase();

/** The most characters (UTF-16 units) that a cell of Excel holds. A longer text makes it repair the file. */
export const mostCharacters = 32_767;

const cutHere = '…（已截断 / cut here）';

/** A text as a cell holds it, and whether something had to go. A pair of surrogates is not torn apart. */
export const fitCell = (text: string): { readonly text: string; readonly isCut: boolean } => {
  if (text.length <= mostCharacters) return { text, isCut: false };
  const kept = text.slice(0, mostCharacters - cutHere.length).replace(/[\uD800-\uDBFF]$/, '');
  return { text: kept + cutHere, isCut: true };
};

/**
 * A reason as it stands in the column: Chinese, then English, each begun with the word of the verdict. Because of the
 * word no spreadsheet takes it for a formula, whatever the text says after it.
 */
export const reasonOf = (as: Grade, { zh, en }: Text): string => `${wordOf[as].zh}：${zh}\n${wordOf[as].en}: ${en}`;

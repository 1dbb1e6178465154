import type { LineFault } from '../prepared.ts';

/** Thrown where a workbook cannot be read any further; prepareWorkbook answers with its fault. */
export class UnreadableWorkbook extends Error {
  readonly code = 'UNREADABLE_WORKBOOK';
  readonly fault: LineFault;
  constructor(fault: LineFault, options?: ErrorOptions) {
    super(`${fault.code}: ${fault.cause.en}`, options);
    this.fault = fault;
  }
}

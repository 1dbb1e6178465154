import { reportCsv } from '../files/report-csv.ts';
import { maxPageRows, reportHtml } from '../files/report-html.ts';
import { reportJson } from '../files/report-json.ts';
import { reportXlsx } from '../files/report-xlsx.ts';
import { type Report, shortened } from './read-report.ts';

const joined = async (parts: AsyncIterable<string>): Promise<Uint8Array> => {
  const all: string[] = [];
  for await (const part of parts) all.push(part);
  return new TextEncoder().encode(all.join(''));
};

/** A page lists nothing that complies, and less than the other forms. */
const forPage = (report: Report): Report => {
  const rows = report.rows.filter(
    (row) => row.of !== 'finding' || row.finding.verdict === 'violation' || row.finding.verdict === 'undetermined',
  );
  return shortened({ ...report, rows }, maxPageRows);
};

export type Form = {
  readonly type: string;
  /** What of a report this form lists; all of it, where left out. */
  readonly lists?: (report: Report) => Report;
  readonly write: (report: Report) => Promise<Uint8Array>;
};

/** The forms of a report, by the ends of their names. */
export const forms: Readonly<Record<string, Form>> = {
  json: { type: 'application/json', write: ({ head, rows }) => joined(reportJson(head, rows)) },
  csv: { type: 'text/csv; charset=utf-8', write: ({ summary, rows }) => joined(reportCsv(summary, rows)) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: ({ summary, rows }) => reportXlsx(summary, rows),
  },
  html: {
    type: 'text/html; charset=utf-8',
    lists: forPage,
    write: ({ summary, rows }) => joined(reportHtml(summary, rows)),
  },
};

/** What is sent of a report: its bytes, and whether they are compressed. */
export type Written = { readonly bytes: Uint8Array; readonly isGzipped: boolean; readonly isCut: boolean };

/**
 * Writes a report in no more than `maxBytes`: compressed where it would not fit otherwise, and cut to half its rows, and half
 * again, where even that is too much.
 */
export const written = async (
  form: Form,
  report: Report,
  gzip: (bytes: Uint8Array) => Uint8Array,
  maxBytes: number,
): Promise<Written> => {
  const whole = form.lists?.(report) ?? report;
  for (let most = whole.rows.length; ; most = Math.floor(most / 2)) {
    const part = shortened(whole, most);
    const isCut = part.summary.cut.length > 0;
    const plain = await form.write(part);
    if (plain.length <= maxBytes) return { bytes: plain, isGzipped: false, isCut };
    const packed = gzip(plain);
    if (packed.length <= maxBytes || most === 0) return { bytes: packed, isGzipped: true, isCut };
  }
};

import type { Printer } from './audit-report.ts';

/** So much text is handed over at once. */
const piece = 1 << 16;

/** Elements of a JSON array, one a line, with what goes between them. */
function* elements(all: Iterable<string>): Iterable<string> {
  let text = '';
  let isFirst = true;
  for (const one of all) {
    text += `${isFirst ? '' : ','}\n    ${one}`;
    isFirst = false;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  yield isFirst ? '' : `${text}\n  `;
}

/**
 * The report as JSON, every finding and fault on a line of its own: read, it is the report; searched, it is a list. What
 * many findings have in common stands once under `judgements`: a finding that has a `judgement` is `{ ...judgements[n],
 * ...finding }`, and one that has none says all itself. A report of a million findings is a tenth as long so.
 */
export const json: Printer = async function* (report) {
  const { release, on, files, counts, rules, warnings, faultsTotal } = report;
  const head = JSON.stringify({ release, ...(on !== undefined && { on }), files, counts, rules }, null, 2);
  yield `${head.slice(0, -2)},\n  "judgements": [`;
  yield* elements(report.judgements());
  yield '],\n  "findings": [';
  let isFirst = true;
  for await (const bytes of report.findingsJson()) {
    // Before the first there is nothing to be kept apart from.
    yield isFirst ? bytes.subarray(1) : bytes;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}],\n  "faultsTotal": ${faultsTotal},\n  "faults": [`;
  yield* elements(Iterator.from(report.faults()).map((fault) => JSON.stringify(fault)));
  yield '],\n  "warnings": [';
  yield* elements(warnings.map((warning) => JSON.stringify(warning)));
  yield ']\n}\n';
};

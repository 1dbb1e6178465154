import type { ReportRow, ReportRows } from './report.ts';

const listOf = { finding: 'findings', fault: 'faults', warning: 'warnings' } as const;

const entryOf = (row: ReportRow): object => {
  const what = row.of === 'finding' ? row.finding : row.of === 'fault' ? row.fault : row.warning;
  return { ...what, ...row.place };
};

/** A report as one JSON object: what `head` says, then the lists `findings`, `faults` and `warnings`. */
export async function* reportJson(head: object, rows: ReportRows): AsyncGenerator<string> {
  const order = Object.keys(listOf) as (keyof typeof listOf)[];
  const begun = JSON.stringify(head).slice(0, -1);
  yield begun;
  let at = -1;
  let isFirst = true;
  // Each list is begun in its turn, also one that stays empty.
  const until = (place: number): string => {
    let text = '';
    while (at < place) {
      text += at < 0 ? (begun === '{' ? '' : ',') : '],';
      at += 1;
      text += `"${listOf[order[at]!]}":[`;
      isFirst = true;
    }
    return text;
  };
  for await (const row of rows) {
    const opened = until(order.indexOf(row.of));
    yield `${opened}${isFirst ? '' : ','}\n${JSON.stringify(entryOf(row))}`;
    isFirst = false;
  }
  yield `${until(order.length - 1)}]}\n`;
}

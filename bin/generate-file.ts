import type { Contract } from '../events/contract.ts';
import { csvHeadings, csvParts, jsonParts, sharedTexts, sheetHeadings, sheetParts } from './generate-parts.ts';
import { type Asked, rowWriter } from './generate-rows.ts';
import { samplesOf } from './generate-samples.ts';
import { workbookWriter } from './generate-workbook.ts';

export const generatedFormats = ['ndjson', 'csv', 'xlsx'] as const;
export type GeneratedFormat = (typeof generatedFormats)[number];

const chunkBytes = 1 << 20;

type Pieces = Iterable<Uint8Array>;

/** Stretches of whole records. */
function* stretches({ mostBytes, write }: ReturnType<typeof rowWriter>, rows: number): Pieces {
  let bytes = Buffer.allocUnsafe(chunkBytes + mostBytes);
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    at = write(bytes, at);
    if (at < chunkBytes && row + 1 < rows) continue;
    yield bytes.subarray(0, at);
    bytes = Buffer.allocUnsafe(chunkBytes + mostBytes);
    at = 0;
  }
}

function* textFile(contract: Contract, format: Exclude<GeneratedFormat, 'xlsx'>, asked: Asked): Pieces {
  if (format === 'csv') yield Buffer.from(csvHeadings(contract));
  const partsOf = format === 'csv' ? csvParts : jsonParts;
  yield* stretches(
    rowWriter(samplesOf(contract), (sample) => partsOf(contract, sample), asked),
    asked.rows,
  );
}

function* workbook(contract: Contract, asked: Asked): Pieces {
  const shared = sharedTexts();
  const { rows, end, take } = workbookWriter(sheetHeadings(contract, shared));
  const writer = rowWriter(samplesOf(contract), (sample) => sheetParts(contract, sample, shared), asked);
  for (const stretch of stretches(writer, asked.rows)) {
    rows(stretch);
    yield* take();
  }
  end(shared.xml());
  yield* take();
}

/** A file of made-up records of a kind, piece by piece; memory does not grow with it. */
export const generated = (contract: Contract, format: GeneratedFormat, asked: Asked): Iterable<Uint8Array> =>
  format === 'xlsx' ? workbook(contract, asked) : textFile(contract, format, asked);

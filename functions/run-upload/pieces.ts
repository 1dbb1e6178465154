import type { Upload } from '../../events/upload.ts';

/** What was made of a file before it is judged: how its rows are written, and where its slices are. */
export const preparedPiece = 'prepared.json.gz';
/** A slice that is not a stretch of the file as it was sent. */
export const slicePiece = (slice: number): string => `slice-${slice}`;
/** What judging a slice gave: what is told of it, its records, their keys, and the raw values of those that violate. */
export const judgedPiece = (slice: number): string => `judged-${slice}.json.gz`;
export const recordsPiece = (slice: number): string => `records-${slice}.json.gz`;
export const keysPiece = (slice: number): string => `keys-${slice}`;
export const rawPiece = (slice: number): string => `raw-${slice}.json.gz`;

/** All that may have been made of a file. */
export const piecesOf = ({ slices = 0 }: Pick<Upload, 'slices'>): readonly string[] => [
  preparedPiece,
  ...Array.from({ length: slices }, (_, n) => [
    ...[slicePiece(n), judgedPiece(n), recordsPiece(n), keysPiece(n), rawPiece(n)],
  ]).flat(),
];

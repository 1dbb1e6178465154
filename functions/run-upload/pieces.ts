import type { Upload } from '../../events/upload.ts';

/** What was made of a file before it is judged: how its rows are written, and where its slices are. */
export const preparedPiece = 'prepared.json.gz';
/** A slice that is not a stretch of the file as it was sent. */
export const slicePiece = (slice: number): string => `slice-${slice}`;
/** What judging a slice gave. */
export const judgedPiece = (slice: number): string => `judged-${slice}.json.gz`;

/** All that may have been made of a file. */
export const piecesOf = ({ slices = 0 }: Pick<Upload, 'slices'>): readonly string[] => [
  preparedPiece,
  ...Array.from({ length: slices }, (_, n) => [slicePiece(n), judgedPiece(n)]).flat(),
];

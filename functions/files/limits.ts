/** How much of a file is read before it is refused; what is refused is refused in bounded memory and time. */
export type Limits = {
  /** Of the file as it was sent. */
  readonly bytes: number;
  /** Of all that comes out of it, where it is compressed. */
  readonly unpackedBytes: number;
  /** So many bytes may come out of one that went in, beyond `freeBytes`: repetitive tables reach 100 to 1, bombs 1,000. */
  readonly ratio: number;
  /** So much may come out at any ratio: small files of blanks are no bombs. */
  readonly freeBytes: number;
  /** Parts of an archive: a workbook has one for each sheet, picture and comment. */
  readonly entries: number;
  readonly columns: number;
  /** Of one row, and of one record of JSON. */
  readonly lineBytes: number;
};

const MiB = 1024 * 1024;

export const defaultLimits: Limits = {
  bytes: 2 * 1024 * MiB,
  unpackedBytes: 8 * 1024 * MiB,
  ratio: 200,
  freeBytes: 10 * MiB,
  entries: 4_096,
  columns: 1_000,
  lineBytes: MiB,
};

/** A slice is judged in one go; smaller ones cost more to start, larger ones more memory. */
export const defaultSliceBytes = 4 * MiB;

/** Whether what has come out is too much for what has gone in, or too much at all. */
export const isBomb = (limits: Limits, packed: number, unpacked: number): boolean =>
  unpacked > limits.unpackedBytes || (unpacked > limits.freeBytes && unpacked > packed * limits.ratio);

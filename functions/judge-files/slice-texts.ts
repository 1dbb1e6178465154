import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';

// A text of each slice on the disk, those of one writer one after the other in one file: to make a file takes as long as
// to judge a hundred records, and very many slices have a few lines each.

const placesOf = (path: string): string => `${path}-places`;
/** Of each text: its slice, where it begins and how many bytes it has. */
const placeWidth = 3;

/** Writes the texts of slices, of each at most one. They can be read once it is closed. */
export const sliceTextWriter = (path: string) => {
  let file: number | undefined;
  let end = 0;
  const places: number[] = [];
  return {
    add: (slice: number, text: string): void => {
      if (text === '') return;
      file ??= openSync(path, 'w');
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      places.push(slice, end, bytes.length);
      end += bytes.length;
    },
    close: (): void => {
      if (file === undefined) return;
      closeSync(file);
      file = undefined;
      writeFileSync(placesOf(path), new Uint8Array(Float64Array.from(places).buffer));
    },
  };
};

/** Reads them out of the files of several writers: '' where a slice has none. */
export const sliceTextReader = (paths: readonly string[]): ((slice: number) => string) => {
  type Place = { readonly path: string; readonly from: number; readonly length: number };
  const all = new Map<number, Place>();
  for (const path of paths.filter((one) => existsSync(placesOf(one)))) {
    const places = new Float64Array(new Uint8Array(readFileSync(placesOf(path))).buffer);
    for (let at = 0; at < places.length; at += placeWidth) {
      all.set(places[at]!, { path, from: places[at + 1]!, length: places[at + 2]! });
    }
  }
  return (slice) => {
    const place = all.get(slice);
    if (place === undefined) return '';
    const bytes = Buffer.alloc(place.length);
    const file = openSync(place.path, 'r');
    try {
      for (let read = 0; read < bytes.length; ) {
        const got = readSync(file, bytes, read, bytes.length - read, place.from + read);
        if (got === 0) throw new Error(`${place.path} is shorter than was written`);
        read += got;
      }
    } finally {
      closeSync(file);
    }
    return bytes.toString();
  };
};

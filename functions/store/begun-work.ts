import { uploadOfKey } from './files.ts';

/** What begins work on an upload: an object that was put, or a journal entry that says that work goes on. */
export type Began = { readonly key: string } | { readonly submission: string; readonly run: number };

/** Which upload that is, and under which number it is worked on: the first time, when its bytes have come, is one. */
export const workOf = (
  event: Began,
): { readonly upload: string; readonly run: number; readonly hasJustCome: boolean } =>
  'key' in event
    ? { upload: uploadOfKey(event.key)!, run: 1, hasJustCome: true }
    : { upload: event.submission, run: event.run, hasJustCome: false };

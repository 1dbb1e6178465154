import { createHash } from 'node:crypto';

/** SHA-256, in hexadecimal: names of things are made from what they stand for. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

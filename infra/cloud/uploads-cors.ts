/**
 * What a page may do with the bucket of uploads from its own origin: put a file by its link, and hear what became of it.
 * The link says who may and exactly which bytes; origins only say whose pages a browser lets try.
 */
export const uploadsCors = { methods: ['PUT'], headers: ['*'], exposed: ['ETag'], maxAgeSeconds: 3_600 } as const;

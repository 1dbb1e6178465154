/** A hash of 32 bits, the same everywhere (FNV-1a): to tell most texts apart, and nothing from anybody. */
export const textHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

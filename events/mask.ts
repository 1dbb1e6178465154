/**
 * A value as a person may still recognise it and nobody can use it: `1101**********0011`. The shorter it is, the less of
 * it stays.
 */
export const mask = (value: string): string => {
  const characters = [...value];
  const [head, tail] = characters.length >= 12 ? [4, 4] : characters.length >= 7 ? [3, 2] : [1, 0];
  return characters.map((one, at) => (at < head || at >= characters.length - tail ? one : '*')).join('');
};

/** Long numbers may be somebody's wherever they stand, also in a column that should hold none. */
export const maskNumbers = (text: string): string =>
  text.replace(/\d(?:[ -]?\d){6,}(?:[ -]?[\dXx])?/g, (number) => mask(number));

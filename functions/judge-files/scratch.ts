/**
 * Room for numbers, the same again and again, and larger where more is asked for: what each of many parts is read into
 * would lie about until it is collected. What stands in it is valid until more is asked for; nothing is cleared.
 */
export const scratch = (): ((length: number) => Uint32Array) => {
  let room = new Uint32Array(0);
  return (length) => {
    // A little more than was asked for: parts differ by little.
    if (room.length < length) room = new Uint32Array(Math.ceil(length * 1.1));
    return room.subarray(0, length);
  };
};

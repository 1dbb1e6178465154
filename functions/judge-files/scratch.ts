/** Gives room for so many numbers. */
export type Room = (length: number) => Uint32Array;

/**
 * Room for numbers, the same again and again, and larger where more is asked for: what each of many parts is read into
 * would lie about until it is collected. What stands in it is valid until more is asked for; nothing is cleared.
 */
export const scratch = (): Room => {
  let room = new Uint32Array(0);
  return (length) => {
    // A little more than was asked for: parts differ by little.
    if (room.length < length) room = new Uint32Array(Math.ceil(length * 1.1));
    return room.subarray(0, length);
  };
};

/** Rooms by what stands in them: whatever is counted, one thing after the other, is counted in the same. */
export type Rooms = (what: string) => Room;

export const rooms = (): Rooms => {
  const all = new Map<string, Room>();
  return (what) => {
    const room = all.get(what) ?? scratch();
    all.set(what, room);
    return room;
  };
};

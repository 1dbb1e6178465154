/**
 * The same reading, asked again only after `ms`: for what changes by the day and is read with every request. A failed
 * reading is not remembered.
 */
export const recently = <T>(
  read: (key: string) => Promise<T>,
  ms: number,
  clock: () => number,
): ((key: string) => Promise<T>) => {
  const known = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined && clock() < found.until) return found.value;
    const value = read(key);
    known.set(key, { value, until: clock() + ms });
    value.catch(() => known.delete(key));
    return value;
  };
};

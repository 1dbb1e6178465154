/** A condition of any kind: as written, resolved or weighed. */
type Tree = object;

/** A condition within a condition, and where it stands. */
export type Node<T> = { readonly node: T; readonly pointer: string };

/** The conditions directly inside a group; none of a comparison. */
export const insideOf = <T extends Tree>(node: T, pointer: string): readonly Node<T>[] => {
  const { all, any, not } = node as { all?: readonly T[]; any?: readonly T[]; not?: T };
  if (not !== undefined) return [{ node: not, pointer: `${pointer}/not` }];
  const name = all === undefined ? 'any' : 'all';
  return (all ?? any ?? []).map((one, n) => ({ node: one, pointer: `${pointer}/${name}/${n}` }));
};

/** Every condition of a tree, the outer before the inner. */
export const nodesOf = <T extends Tree>(node: T, pointer: string): readonly Node<T>[] => [
  { node, pointer },
  ...insideOf(node, pointer).flatMap((inner) => nodesOf(inner.node, inner.pointer)),
];

export const isLeaf = (node: Tree): boolean => !('all' in node || 'any' in node || 'not' in node);

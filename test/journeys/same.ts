import type { Told } from './world.ts';

// What two places may differ in: when it was, ids that follow from it or from a place's own keys, and cursors.
const variable: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\b/g, '<instant>'],
  [/\bk1:[\w-]+/g, '<token>'],
  [/"next":"[\w-]+"/g, '"next":"<cursor>"'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
];

/** What was told, without what may differ; ids are numbered in the order in which they come up. */
export const comparable = (told: readonly Told[]): readonly Told[] => {
  const ids = new Map<string, string>();
  const plain = variable.reduce((text, [pattern, name]) => text.replace(pattern, name), JSON.stringify(told));
  const numbered = plain.replace(/\b[0-9a-f]{32}\b/g, (id) => {
    if (!ids.has(id)) ids.set(id, `<id ${ids.size + 1}>`);
    return ids.get(id)!;
  });
  return JSON.parse(numbered);
};

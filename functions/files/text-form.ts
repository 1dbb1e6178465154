import { undressed } from '../edge/json-dress.ts';
import { unfinished } from './encoding.ts';

export type TextForm = 'csv' | 'ndjson' | 'json';

const isObject = (text: string): boolean => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
};

/** A heading may stand in brackets: an array goes on with a value or ends. */
const array = /^\[\s*(?:[[{"\]\d-]|true\b|false\b|null\b|$)/;

const object = /^\{\s*(?:["}]|$)/;

/**
 * How the text that begins so is formed, whatever its file is called: an array or an object is JSON; objects one below
 * the other are NDJSON, also where one of the first is malformed; everything else is a table.
 */
export const textFormOf = (head: Buffer): TextForm => {
  const text = head.toString('utf8', 0, head.length - unfinished(head)).trimStart();
  if (array.test(text)) return 'json';
  // It is none, and nothing else either: read as JSON it is told what to take off.
  const inside = undressed(text);
  if (inside !== text && (array.test(inside) || object.test(inside))) return 'json';
  if (!text.startsWith('{')) return 'csv';
  const end = text.indexOf('\n');
  if (end === -1) return 'json';
  const rest = text.slice(end).trimStart();
  if (rest === '') return 'json';
  const first = text.slice(0, end);
  // An object over several lines goes on with a name in quotes; a body may have each of its records on a line.
  const looksLikeLines = rest.startsWith('{') && /\}[\s,;]*$/.test(first);
  return looksLikeLines || isObject(first) ? 'ndjson' : 'json';
};

import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** What is read here of a place in the syntax tree (Babel's). */
type Named = { readonly name?: string };
type Place = {
  readonly type: string;
  readonly key?: Named;
  readonly callee?: Named;
  readonly arguments?: readonly { readonly type: string }[];
  readonly properties?: readonly { readonly key?: Named }[];
};

/** A text in both languages, and the other headings that a column may have in a file. */
const textNames: readonly (string | undefined)[] = ['zh', 'en', 'synonyms'];

/** What makes such a text of what it is given in quotes; the facts have a `both` of their own, for answers. */
const makers: readonly (string | undefined)[] = ['text', 'both'];
const inQuotes: readonly string[] = ['StringLiteral', 'TemplateLiteral'];

const isText = ({ type, key, callee, arguments: given = [], properties = [] }: Place): boolean => {
  if (type === 'ObjectProperty') return textNames.includes(key?.name);
  if (type === 'ObjectExpression') return properties.length > 0 && properties.every((one) => isText(one as Place));
  if (type !== 'CallExpression' || !makers.includes(callee?.name)) return false;
  return callee?.name === 'text' || given.every((one) => inQuotes.includes(one.type));
};

/**
 * Leaves out the words for people: no verdict rests on them, and a test that repeated each would say nothing more than the
 * file does. Everything else that stands in quotes (codes, names of fields, values compared) is changed like all code.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts', {
    shouldIgnore: (path) =>
      isText((path as { readonly node: Place }).node) ? 'words for people: no verdict rests on them' : undefined,
  }),
];

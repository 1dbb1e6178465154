import type { Text } from '../../events/fault.ts';

/**
 * The version of OSCAL that documents say they are in: the newest that compliance-trestle names its own. Patch versions
 * do not part ways, so that the schema of a later one takes it too.
 */
export const oscalVersion = '1.2.1';

/** SHA-256 of a text, in hex: `rules/` has no node of its own to ask. */
export type Digest = (text: string) => string;

/** The same name gives the same UUID, in the form of version 5, the one named by a digest that readers of OSCAL take. */
export const uuidOf = (digest: Digest, name: string): string => {
  const hex = digest(name);
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
};

/** Titles and values are of one line, with nothing blank about them. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** OSCAL has one title: ours is in both languages. */
export const titleOf = ({ zh, en }: Text): string => oneLine(`${zh} / ${en}`);

/** Prose is Markdown: a paragraph to each language. */
export const proseOf = ({ zh, en }: Text): string => `${zh}\n\n${en}`;

export type Property = { readonly name: string; readonly ns: string; readonly value: string };

/** What OSCAL has no name for, under a namespace of ours; what is absent or blank is left out. */
export const propsOf = (values: Readonly<Record<string, string | number | undefined>>): readonly Property[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const text = value === undefined ? '' : oneLine(String(value));
    return text === '' ? [] : [{ name, ns: 'urn:fanzha-audit:oscal', value: text }];
  });

/** The statement of a rule in the catalogue, which results speak about. */
export const statementOf = (rule: string): string => `${rule}_smt`;

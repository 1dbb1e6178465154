import { createWriteStream, openAsBlob } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { posix } from 'node:path';
import { Writable } from 'node:stream';
import { BlobReader, configure, type Entry, TextReader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { attribute, elementsOf, isUtf8, rootPrefix } from './xml-text.ts';

// Its workers would be threads of their own for each part; judging has the threads already. Without them the number still
// bounds how many parts are open at a time, in all workbooks together: a part that is read to be written again takes two,
// and one that found no place would wait half a minute.
configure({ useWebWorkers: false, maxWorkers: 1_024 });

/** The most that is held of a part that is changed as a whole: styles, comments, relationships. */
const mostCharacters = 64 * 2 ** 20;

/** A part cannot be changed in place; `part` says which. */
export class PartNotMarkable extends Error {
  readonly code = 'PART_NOT_MARKABLE';
  readonly part: string;
  constructor(part: string, why: string) {
    super(`${part}: ${why}`);
    this.part = part;
  }
}

/** What stands in the place of a part: text, bytes that are made as they are written, or text known only at the end. */
export type Replacement =
  | { readonly text: string }
  | { readonly chunks: AsyncIterable<Uint8Array> }
  | { readonly later: () => string };

/** The parts of a workbook by name, and a copy of it in which some are others. */
export type Workbook = {
  readonly names: ReadonlySet<string>;
  /** Undefined where there is no such part. Throws `PartNotMarkable` where it is no UTF-8. */
  readonly text: (part: string) => Promise<string | undefined>;
  readonly chunks: (part: string) => AsyncIterable<Uint8Array>;
  /**
   * Writes the copy. What is not replaced or left out is carried over as it lies in the file, compressed bytes and all.
   * A replacement without a part is added. Nothing stands at `out` unless all of it does.
   */
  readonly copy: (
    out: string,
    replaced: ReadonlyMap<string, Replacement>,
    leftOut?: ReadonlySet<string>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
};

// Names of parts are equal whatever their case, and some writers begin them with a slash or use the other one.
const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

export const openWorkbook = async (path: string): Promise<Workbook> => {
  const reader = new ZipReader(new BlobReader(await openAsBlob(path)));
  const entries = await reader.getEntries();
  const byName = new Map(entries.map((entry) => [plainName(entry.filename), entry]));

  const fileOf = (part: string) => {
    const entry = byName.get(plainName(part));
    return entry && !entry.directory ? entry : undefined;
  };
  const streamOf = (entry: Entry & { readonly directory: false }, passThrough: boolean) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    // A failure reaches whoever reads: the stream ends with it, also where it came before a byte was written.
    entry.getData(writable, { passThrough }).catch((error: unknown) => {
      // Who reads no further is no failure, and hears nothing of it.
      const why = error instanceof Error ? error.message : 'not read to its end';
      return writable.abort(new PartNotMarkable(entry.filename, why)).catch(() => {});
    });
    return readable;
  };

  const text = async (part: string): Promise<string | undefined> => {
    const entry = fileOf(part);
    if (entry === undefined) return undefined;
    if (entry.uncompressedSize > mostCharacters) throw new PartNotMarkable(part, 'too large to be changed');
    const chunks: Uint8Array[] = [];
    for await (const chunk of streamOf(entry, false)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (!isUtf8(bytes.toString('latin1', 0, 200).replace(/^\u00EF\u00BB\u00BF/, '')))
      throw new PartNotMarkable(part, 'not UTF-8');
    return bytes.toString();
  };

  const write = async (zip: ZipWriter<unknown>, name: string, by: Replacement, like?: Entry) => {
    const options = like ? { lastModDate: like.lastModDate } : {};
    if ('chunks' in by) await zip.add(name, ReadableStream.from(by.chunks), options);
    else await zip.add(name, new TextReader('text' in by ? by.text : by.later()), options);
  };

  const copy: Workbook['copy'] = async (out, replaced, leftOut = new Set()) => {
    const unfinished = `${out}.unfinished`;
    const gone = new Set([...leftOut].map(plainName));
    const others = new Map([...replaced].map(([part, by]) => [plainName(part), { part, by }]));
    const dated = entries.find(({ directory }) => !directory);
    try {
      const zip = new ZipWriter(Writable.toWeb(createWriteStream(unfinished)));
      for (const entry of entries) {
        const name = plainName(entry.filename);
        const other = others.get(name);
        if (gone.has(name) || (other && 'later' in other.by)) continue;
        if (other) await write(zip, entry.filename, other.by, entry);
        else if (entry.directory) await zip.add(entry.filename, undefined, { entry });
        else await zip.add(entry.filename, streamOf(entry, true), { entry, passThrough: true });
      }
      for (const [name, { part, by }] of others) {
        const entry = byName.get(name);
        if (gone.has(name) || (entry && !('later' in by))) continue;
        await write(zip, entry?.filename ?? part, by, entry ?? dated);
      }
      await zip.close();
      await rename(unfinished, out);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  };

  // Opened when it is first read: a part that nobody reads yet would hold what it is read with.
  async function* chunks(part: string): AsyncGenerator<Uint8Array> {
    const entry = fileOf(part);
    if (entry === undefined) throw new PartNotMarkable(part, 'no such part');
    yield* streamOf(entry, false);
  }

  return { names: new Set(byName.keys()), text, chunks, copy, close: () => reader.close() };
};

export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

export const relationshipsPart = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** What a part refers to, targets as names of parts. `type` is the last word of the type: `comments`, `styles`. */
export const relationshipsOf = (part: string, xml: string | undefined): readonly Relationship[] =>
  xml === undefined
    ? []
    : elementsOf(xml, rootPrefix(xml), 'Relationship').flatMap(({ tag }) => {
        const target = attribute(tag, 'Target') ?? '';
        if (attribute(tag, 'TargetMode') === 'External') return [];
        return {
          id: attribute(tag, 'Id') ?? '',
          type: posix.basename(attribute(tag, 'Type') ?? ''),
          target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target),
        };
      });

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The relationships with one more, and its id. */
export const withRelationship = (
  xml: string | undefined,
  type: string,
  target: string,
): { readonly xml: string; readonly id: string } => {
  const before =
    xml ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const prefix = rootPrefix(before);
  const taken = new Set(elementsOf(before, prefix, 'Relationship').map(({ tag }) => attribute(tag, 'Id')));
  let number = 1;
  while (taken.has(`rIdAudit${number}`)) number += 1;
  const id = `rIdAudit${number}`;
  const added = `<${prefix}Relationship Id="${id}" Type="${relationshipTypes}${type}" Target="${target}"/>`;
  return { xml: beforeClose(before, `${prefix}Relationships`, added), id };
};

/** A root element with one more child at its end. */
export const beforeClose = (xml: string, name: string, added: string): string => {
  const close = xml.lastIndexOf(`</${name}`);
  if (close !== -1) return xml.slice(0, close) + added + xml.slice(close);
  return xml.replace(
    new RegExp(`<${name}((?:\\s[^>]*?)?)/>`),
    (_, attributes: string) => `<${name}${attributes}>${added}</${name}>`,
  );
};

/** The content types with one more part, or one more extension. */
export const withContentType = (
  xml: string,
  what: { readonly part: string } | { readonly extension: string },
  type: string,
): string => {
  const prefix = rootPrefix(xml);
  if ('extension' in what) {
    const known = elementsOf(xml, prefix, 'Default').some(
      ({ tag }) => attribute(tag, 'Extension')?.toLowerCase() === what.extension,
    );
    if (known) return xml;
    // Defaults go first: some readers stop at the first override.
    const first = elementsOf(xml, prefix, 'Default')[0] ?? elementsOf(xml, prefix, 'Override')[0];
    const added = `<${prefix}Default Extension="${what.extension}" ContentType="${type}"/>`;
    return first ? xml.slice(0, first.from) + added + xml.slice(first.from) : beforeClose(xml, `${prefix}Types`, added);
  }
  return beforeClose(xml, `${prefix}Types`, `<${prefix}Override PartName="/${what.part}" ContentType="${type}"/>`);
};

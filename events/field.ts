import type * as z from 'zod';
import type { Text } from './fault.ts';

/**
 * How a personal value may be known to us. `token`: only by its keyed token (a document or phone number);
 * `drop`: needed by nobody after judging (a name). Raw values leave the edge only into the sealed store.
 */
export type PersonalMark = 'token' | 'drop';

/** What a cell must be turned into before the schema sees it, when it comes as text from a file. */
export type FieldType = 'text' | 'boolean' | 'integer' | 'number' | 'enum' | 'list' | 'instant' | 'date';

/**
 * One column of a record kind. Its schema takes the JSON value as sent and gives the normal form:
 * instants as `YYYY-MM-DDTHH:mm:ss[.sss]+08:00`, dates as `YYYY-MM-DD`, identifiers in upper case without blanks.
 */
export type Field<S extends z.ZodType = z.ZodType> = {
  readonly type: FieldType;
  readonly schema: S;
  readonly zh: string;
  readonly en: string;
  /** Other headings under which real files have this column. */
  readonly synonyms: readonly string[];
  readonly unit?: string;
  /** What is expected, in words, for a fault. */
  readonly expected: Text;
  readonly personal?: PersonalMark;
  /** `null` says "there is none", which is known; leaving the field out says nothing. */
  readonly nullable: boolean;
  /**
   * What the schema makes of a text (of a list: of the only text in it), quickly; undefined where it refuses the text,
   * or only the schema can tell.
   */
  readonly quick?: (text: string) => z.output<S> | undefined;
  /** For `enum`: each code with the words of both languages, which files may use instead of the code. */
  readonly values?: Readonly<Record<string, Text>>;
};

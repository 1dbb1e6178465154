/** Where and why the text is no JSON that is read. */
export type Wrong = { readonly line: number; readonly why: 'malformed' | 'record-too-long' | 'body-too-long' };

/** The text but for the records: of a body all that it says besides them, their array left empty. */
export type JsonRest = {
  readonly shape: 'array' | 'object';
  readonly text: string;
  /** Lines that the records took, after this line of `text`. */
  readonly left: { readonly after: number; readonly lines: number };
};

const code = (char: string): number => char.charCodeAt(0);
const [quote, backslash, comma, lineFeed] = [code('"'), code('\\'), code(','), code('\n')];
const [openArray, closeArray, openObject, closeObject] = [code('['), code(']'), code('{'), code('}')];

/** Deeper nesting is in no record, and would cost a parser its stack. */
const deepest = 64;

const kindOf = new Uint8Array(256);
const [blank, word] = [1, 2];
for (const char of ' \t\r\n') kindOf[code(char)] = blank;
for (const char of '0123456789+-.eEtrufalsn:') kindOf[code(char)] = word;

/** Bytes of a string that are what they are. */
const plain = new Uint8Array(256).fill(1, 0x20);
plain[quote] = 0;
plain[backslash] = 0;

/**
 * Finds the elements of the array that a JSON text is, or that stands under `records` of the object that it is, in bytes
 * handed to it piece by piece, however large the whole. It checks brackets, commas between elements and strings; each
 * element is for its reader to parse. `emit` gets the line on which one begins, and its bytes, good only until the next
 * piece.
 */
export const jsonScan = (
  emit: (line: number, parts: readonly Buffer[]) => void,
  most: { readonly recordBytes: number; readonly restBytes: number },
) => {
  const stack: number[] = [];
  const rest: Buffer[] = [];
  let restBytes = 0;
  let isRest = true;
  let left = { after: 0, lines: 0 };
  let shape: JsonRest['shape'] | undefined;
  let line = 1;
  let isString = false;
  let isEscaped = false;
  let name: string | undefined;
  /** Depth of the array of records; none before it and after it. */
  let target = -1;
  let hadTarget = false;
  let expects: 'first' | 'value' | 'comma' = 'first';
  let isElement = false;
  let elementLine = 1;
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  const take = (bytes: Buffer): Wrong | undefined => {
    let elementFrom = 0;
    let restFrom = 0;
    const wrong = (why: Wrong['why'] = 'malformed'): Wrong => ({
      why,
      line: why === 'record-too-long' ? elementLine : line,
    });
    const endElement = (to: number): Wrong | undefined => {
      const part = bytes.subarray(elementFrom, to);
      if (pendingBytes + part.length > most.recordBytes) return wrong('record-too-long');
      emit(elementLine, [...pending, part]);
      [pending, pendingBytes, isElement, expects] = [[], 0, false, 'comma'];
      return undefined;
    };
    const keepRest = (to: number): Wrong | undefined => {
      restBytes += to - restFrom;
      if (restBytes > most.restBytes) return wrong('body-too-long');
      rest.push(Buffer.from(bytes.subarray(restFrom, to)));
      return undefined;
    };
    const openTarget = (at: number): Wrong | undefined => {
      if (hadTarget) return wrong();
      [target, hadTarget, expects, isRest] = [stack.length, true, 'first', false];
      left = { after: line, lines: line };
      return keepRest(at + 1);
    };
    const closeTarget = (at: number): void => {
      [target, isRest, restFrom] = [-1, true, at];
      left = { after: left.after, lines: line - left.lines };
    };
    const open = (byte: number, at: number): Wrong | undefined => {
      if (stack.length === deepest) return wrong();
      stack.push(byte);
      shape ??= byte === openArray ? 'array' : 'object';
      if (byte !== openArray || isElement) return undefined;
      const isRecords = stack.length === 1 || (stack.length === 2 && name === 'records' && shape === 'object');
      return isRecords ? openTarget(at) : undefined;
    };
    const close = (byte: number, at: number): Wrong | undefined => {
      if (stack.pop() !== (byte === closeArray ? openArray : openObject)) return wrong();
      return isElement && stack.length === target ? endElement(at + 1) : undefined;
    };
    /** Between the records: a comma, the end, or the next one. */
    const between = (byte: number, at: number): Wrong | undefined => {
      if (byte === comma) {
        if (expects !== 'comma') return wrong();
        expects = 'value';
      } else if (byte === closeArray) {
        if (expects === 'value') return wrong();
        stack.pop();
        closeTarget(at);
      } else {
        if (expects === 'comma') return wrong();
        [isElement, elementFrom, elementLine] = [true, at, line];
        return structure(byte, at);
      }
      return undefined;
    };
    const structure = (byte: number, at: number): Wrong | undefined => {
      if (byte === openObject || byte === openArray) return open(byte, at);
      if (stack.length === 0) return wrong();
      if (byte === closeObject || byte === closeArray) return close(byte, at);
      if (byte === quote) {
        isString = true;
        name = stack.length === 1 && !isElement ? '' : undefined;
        return undefined;
      }
      if (byte === comma) {
        if (stack.length === 1) name = undefined;
        return undefined;
      }
      return kindOf[byte] === word ? undefined : wrong();
    };

    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      let found: Wrong | undefined;
      if (isString) {
        // Most of a file is text in strings, in which only three things matter.
        if (!isEscaped && name === undefined) {
          let end = at;
          while (end < bytes.length && plain[bytes[end]!] === 1) end += 1;
          if (end > at) {
            at = end - 1;
            continue;
          }
        }
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) {
          isString = false;
          if (isElement && stack.length === target) found = endElement(at + 1);
        } else if (byte < 0x20) found = wrong();
        else if (name !== undefined && name.length < 16) name += String.fromCharCode(byte);
      } else {
        const isBlank = kindOf[byte] === blank;
        // A number or word among the records ends where something else begins.
        if (isElement && stack.length === target && (isBlank || byte === comma || byte === closeArray)) {
          found = endElement(at);
        }
        if (found === undefined && byte === lineFeed) line += 1;
        if (found === undefined && !isBlank) {
          if (stack.length === 0 && shape !== undefined) found = wrong();
          else found = stack.length === target && !isElement ? between(byte, at) : structure(byte, at);
        }
      }
      if (found !== undefined) return found;
    }

    if (isElement) {
      pending.push(Buffer.from(bytes.subarray(elementFrom)));
      pendingBytes += bytes.length - elementFrom;
      if (pendingBytes > most.recordBytes) return wrong('record-too-long');
    }
    return isRest ? keepRest(bytes.length) : undefined;
  };

  const finish = (): JsonRest | Wrong =>
    shape === undefined || stack.length > 0
      ? { why: 'malformed', line }
      : { shape, text: Buffer.concat(rest).toString(), left };

  return { take, finish };
};

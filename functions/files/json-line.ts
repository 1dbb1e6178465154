/** Whether more text could still make it JSON: the parser ran out of text, not out of patience. */
const couldGoOn = (prefix: string): boolean => {
  try {
    JSON.parse(prefix);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated string/.test(message) || Number(position) >= prefix.length;
  }
};

/** Line of the first thing in the text that is not JSON; the parser itself often does not say where. */
export const lineOfError = (text: string): number => {
  const lines = text.split('\n');
  let good = 0;
  let bad = lines.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(lines.slice(0, middle).join('\n'))) good = middle;
    else bad = middle;
  }
  return bad;
};

/** Characters that stand for themselves in `filename*`: the attr-char of RFC 5987 that encodeURIComponent leaves. */
const percent = (text: string): string =>
  encodeURIComponent(text).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * A content-disposition by which a file is saved under its name (RFC 6266): in UTF-8, and for whoever reads only ASCII,
 * with `_` for all else.
 */
export const attachment = (name: string): string => {
  const whole = name.toWellFormed();
  const ascii = whole.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${percent(whole)}`;
};

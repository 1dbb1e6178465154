import type { Text } from '../../events/fault.ts';

/** What is JSON but for something that is put into it, or around it, elsewhere: said so, it is soon taken off. */
export type JsonDress = { readonly what: Text; readonly fix: Text };

const comment: JsonDress = {
  what: { zh: '有注释（// 或 /* */），JSON 不允许注释', en: 'a comment (// or /* */), and JSON has none' },
  fix: { zh: '删去注释，或以程序重新导出为 JSON。', en: 'Take the comments out, or export it again as JSON.' },
};
const call: JsonDress = {
  what: {
    zh: '是函数调用 callback(…)（JSONP）：那是脚本，不是 JSON',
    en: 'a call, callback(…), with the data in it (JSONP): that is a script and not JSON',
  },
  fix: {
    zh: '只保留括号内的内容，或在导出时去掉 callback 参数。',
    en: 'Keep what stands between its brackets alone, or export it without a callback.',
  },
};

const comments = /(?:\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/|\s+)*/y;
const begunCall = /[\p{L}_$][\p{L}\p{N}_$.]*\s*\(\s*(?=[[{])/uy;

const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
};

/** What stands at the first place of a text that is not JSON; undefined where it is none of these. */
export const jsonDressAt = (text: string, at: number): JsonDress | undefined => {
  if (text.startsWith('//', at) || text.startsWith('/*', at)) return comment;
  return text.slice(0, at).trim() === '' && endOf(begunCall, text, at) > at ? call : undefined;
};

/** The text from where its JSON begins, behind comments and the beginning of a call. */
export const undressed = (text: string): string => text.slice(endOf(begunCall, text, endOf(comments, text, 0)));

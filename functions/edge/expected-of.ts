import * as z from 'zod';
import { expectations } from '../../events/expectations.ts';
import type { Text } from '../../events/fault.ts';

type Shape = {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
};

const text = ({ minLength, maxLength }: Shape): Text => {
  if (maxLength !== undefined) {
    const from = minLength ?? 0;
    return { zh: `${from} 至 ${maxLength} 个字符的文本`, en: `text of ${from} to ${maxLength} characters` };
  }
  return minLength === undefined ? { zh: '文本', en: 'text' } : { zh: '非空的文本', en: 'text that is not empty' };
};

const list = ({ minItems = 0, maxItems }: Shape): Text =>
  maxItems === undefined
    ? { zh: '列表', en: 'a list' }
    : { zh: `${minItems} 至 ${maxItems} 项的列表`, en: `a list of ${minItems} to ${maxItems}` };

const object = ({ properties = {}, required = [] }: Shape): Text => {
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  const zh = optional.length > 0 ? `，可含 ${optional.join('、')}` : '';
  const en = optional.length > 0 ? `; it may have ${optional.join(', ')}` : '';
  return { zh: `含 ${required.join('、')} 的对象${zh}`, en: `an object with ${required.join(', ')}${en}` };
};

const inWords = (shape: Shape): Text => {
  if (shape.enum) return { zh: `其中之一：${shape.enum.join('、')}`, en: `one of: ${shape.enum.join(', ')}` };
  if (shape.type === 'string') return text(shape);
  if (shape.type === 'array') return list(shape);
  if (shape.type === 'object') return object(shape);
  if (shape.type === 'boolean') return { zh: 'true 或 false', en: 'true or false' };
  const { minimum, maximum } = shape;
  return { zh: `${minimum} 至 ${maximum} 的整数`, en: `a whole number from ${minimum} to ${maximum}` };
};

/** What a value of the schema should be, in both languages. */
export const expectedOf = (schema: z.core.$ZodType): Text =>
  expectations.get(schema) ?? inWords(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);

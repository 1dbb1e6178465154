import * as z from 'zod';
import type { Contract } from './contract.ts';
import type { Field } from './field.ts';

const schemaOf = (field: Field): Readonly<Record<string, unknown>> => {
  const { $schema: _, ...schema } = z.toJSONSchema(field.schema, { io: 'input', unrepresentable: 'any' });
  return {
    ...schema,
    title: `${field.zh} · ${field.en}`,
    description: `${field.expected.zh} · ${field.expected.en}`,
    ...(field.unit !== undefined && { 'x-unit': field.unit }),
    ...(field.personal !== undefined && { 'x-personal': true }),
    ...(field.synonyms.length > 0 && { 'x-headings': field.synonyms }),
    ...(field.values !== undefined && { 'x-values': field.values }),
  };
};

/**
 * JSON Schema (2020-12) of one record as it is sent. What a schema cannot say (check characters, dates that exist) its
 * `description` says; a column's other headings, unit and whether it is personal stand under `x-…`.
 */
export const recordSchema = (contract: Contract): Readonly<Record<string, unknown>> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `${contract.title.zh} · ${contract.title.en}`,
  type: 'object',
  properties: Object.fromEntries(Object.entries(contract.fields).map(([name, field]) => [name, schemaOf(field)])),
  required: [...new Set([...contract.naturalKey, ...contract.lawDates])],
  additionalProperties: false,
});

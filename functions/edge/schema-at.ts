import * as z from 'zod';

/** What the schema checks, under what makes it optional or gives it a default. */
const within = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? within(schema.unwrap())
    : schema;

/** The schema of the value at a path; undefined where there is none, as under `z.unknown()`. */
export const schemaAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined => {
  const here = within(schema);
  const [step, ...rest] = path;
  if (step === undefined) return here;
  const inner =
    here instanceof z.ZodObject ? here.shape[String(step)] : here instanceof z.ZodArray ? here.element : undefined;
  return inner === undefined ? undefined : schemaAt(inner, rest);
};

/** The JSON body of a request, checked. Each API names a broken body in its own way. */
import type { z } from 'zod';
import { Refusal } from '@/mocks/handlers/manners/refusal';

export async function jsonBody(request: Request, code: string): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      400,
      code,
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

/** A value that was read already, against a schema. */
export function parsedValue<Schema extends z.ZodType>(value: unknown, schema: Schema, code: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || issue?.code || 'body';
  throw new Refusal(400, code, `Invalid value for '${place}': ${issue?.message ?? 'not understood'}.`);
}

export async function parsedBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  code: string,
): Promise<z.output<Schema>> {
  return parsedValue(await jsonBody(request, code), schema, code);
}

/**
 * Microsoft adds properties to a reply without a new API version, and a Sentinel PUT has to send back everything it
 * was given. So our objects keep what they don't know. Their TypeScript types stay closed all the same: a misspelt
 * property, in the product or in the mock tenant's seeds, must not compile.
 */
import { z } from 'zod';

/** An object schema that keeps unknown properties when it parses and doesn't advertise them in its type. */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return withClosedType<Shape>(z.looseObject(shape));
}

/**
 * The cast only forgets the index signature: the value carries the declared properties with the declared types, and
 * perhaps more, which is what a TypeScript object type without exactness means anyway.
 */
function withClosedType<Shape extends z.ZodRawShape>(schema: unknown): z.ZodObject<Shape> {
  return schema as z.ZodObject<Shape>;
}

/**
 * The few ways a field arrives. Microsoft omits a property as readily as it sends null, so whatever a specification
 * doesn't declare as required may be both.
 */
import { z } from 'zod';

/** ISO 8601 with an offset and 0 to 7 fraction digits. Kept as text: a JavaScript Date would lose four of them. */
export const dateTime = z.iso.datetime({ offset: true });

/** A text, null or nothing. An empty text passes as it is. */
export const optionalText = z.string().nullish();

/** A `dateTime`, null or nothing. */
export const optionalDateTime = dateTime.nullish();

/** A JSON number, null or nothing; a number in quotes is refused (`optionalInt64` takes those). */
export const optionalNumber = z.number().nullish();

/** A JSON boolean, null or nothing. */
export const optionalBoolean = z.boolean().nullish();

/** A list of texts, null or nothing; null among the texts is refused. */
export const optionalTexts = z.array(z.string()).nullish();

/** OData's open `dictionary` type, ARM's `additionalData`: names and values nobody declared. */
export const optionalDictionary = z.record(z.string(), z.unknown()).nullish();

/** Edm.Int64: a JSON number, or a string from services that use IEEE754Compatible. */
export const optionalInt64 = z.union([z.number(), z.string()]).nullish();

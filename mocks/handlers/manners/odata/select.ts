/** `$select`: only the properties asked for, and a refusal for one that the type doesn't have. */
import { Refusal } from '@/mocks/handlers/manners/refusal';

type Named = Readonly<Record<string, unknown>>;

/** Answers what picks the properties out of a face; without `$select` it leaves everything. */
export function selection(text: string | null, type: string, names: readonly string[]): (face: Named) => Named {
  if (text === null) return (face) => face;
  const wanted = text.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Refusal(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type '${type}'.`,
    );
  }
  return (face) =>
    Object.fromEntries(Object.entries(face).filter(([name]) => wanted.includes(name) || name === '@odata.type'));
}

/** A change without the fields nobody mentioned: in our records, absent means untouched. */
export function present<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return onlyDefined<{ [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }>(
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  );
}

/** Object.fromEntries forgets the names; the entries came from a record with exactly these. */
function onlyDefined<Wanted>(fields: Record<string, unknown>): Wanted {
  return fields as Wanted;
}

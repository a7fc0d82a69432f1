/** React keys for lists in which Microsoft repeats names: the first `ip` is `ip 1`, the next `ip 2`, wherever they stand. */
export function keyed<Value>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): { key: string; value: Value }[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const name = nameOf(value);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: `${name} ${count}`, value };
  });
}

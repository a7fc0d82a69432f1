/** Which of the wanted values differ from what is there. A write that changes nothing must not count as a change. */
export function changedFields<Fields extends object>(
  current: Fields,
  wanted: Partial<Fields>,
): (keyof Fields & string)[] {
  return namesOf(wanted).filter(
    (name) => wanted[name] !== undefined && JSON.stringify(wanted[name]) !== JSON.stringify(current[name]),
  );
}

/** Object.keys forgets the names it returns; records made here have no others. */
function namesOf<Fields extends object>(fields: Partial<Fields>): (keyof Fields & string)[] {
  return Object.keys(fields) as (keyof Fields & string)[];
}

/** Changes to a query as chips, facets and cells make them. Each gives a new query. */
import { type FieldTerm, isFieldTerm, type QueueQuery, type QueueTerm } from '@/lib/domain/queue/queue-query';

const isOf =
  (field: string, negated: boolean) =>
  (term: QueueTerm): term is FieldTerm =>
    isFieldTerm(term) && term.field === field && term.negated === negated;

/** The values that a field's chip shows as chosen: those of its first plain term. */
export function chosenValues(query: QueueQuery, field: string, negated = false): readonly string[] {
  return query.find(isOf(field, negated))?.values ?? [];
}

/** The query with exactly these alternatives for a field; none takes the condition away. Its place among the others stays. */
export function withChosen(query: QueueQuery, field: string, values: readonly string[], negated = false): QueueQuery {
  const is = isOf(field, negated);
  const at = query.findIndex(is);
  const term: QueueTerm = { field, negated, values };
  if (at === -1) return values.length === 0 ? query : [...query, term];
  return query.flatMap((candidate, index): QueueTerm[] => {
    if (index === at) return values.length === 0 ? [] : [term];
    return is(candidate) ? [] : [candidate];
  });
}

/** The last value that is taken away takes the condition with it. */
export function toggleValue(query: QueueQuery, field: string, value: string): QueueQuery {
  const chosen = chosenValues(query, field);
  const next = chosen.includes(value) ? chosen.filter((candidate) => candidate !== value) : [...chosen, value];
  return withChosen(query, field, next);
}

/** Only this value of the field; whatever excluded it no longer does. */
export function includeValue(query: QueueQuery, field: string, value: string): QueueQuery {
  const allowed = chosenValues(query, field, true).filter((candidate) => candidate !== value);
  return withChosen(withChosen(query, field, [value]), field, allowed, true);
}

/** Everything but this value of the field. */
export function excludeValue(query: QueueQuery, field: string, value: string): QueueQuery {
  const chosen = chosenValues(query, field).filter((candidate) => candidate !== value);
  const excluded = chosenValues(query, field, true);
  return withChosen(
    withChosen(query, field, chosen),
    field,
    excluded.includes(value) ? excluded : [...excluded, value],
    true,
  );
}

/** The query without any condition on a field. */
export function withoutField(query: QueueQuery, field: string): QueueQuery {
  return query.filter((term) => term.field !== field);
}

/**
 * The query with what was typed put in: a typed choice replaces the chip of its field, a typed exclusion is added to
 * it, bounds of numbers and times stand beside each other.
 */
export function mergeTyped(query: QueueQuery, typed: QueueQuery, isRange: (field: string) => boolean): QueueQuery {
  let merged = query;
  for (const term of typed) {
    if (!isFieldTerm(term)) merged = [...merged, term];
    else if (term.negated) {
      const before = chosenValues(merged, term.field, true);
      merged = withChosen(merged, term.field, [...new Set([...before, ...term.values])], true);
    } else if (isRange(term.field) && term.values.every((value) => /^[<>]/u.test(value)))
      merged = [...merged.filter((other) => !sameBound(other, term)), term];
    else merged = withChosen(merged, term.field, term.values);
  }
  return merged;
}

/** A second `alerts>…` replaces the first, and a bound replaces a choice of whole values; `alerts<…` stays beside it. */
function sameBound(other: QueueTerm, term: FieldTerm): boolean {
  if (!isFieldTerm(other) || other.field !== term.field || other.negated) return false;
  const sign = term.values[0]?.[0];
  return other.values.some((value) => !/^[<>]/u.test(value) || value[0] === sign);
}

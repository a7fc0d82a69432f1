/** The values of a field with how many rows each would give; chosen ones are alternatives, or what is kept out. */
'use client';
import { useState } from 'react';
import type { FilterPanelProps } from '@/components/queue/filter/filter-panel';
import { Button } from '@/components/ui/button';
import { Picker } from '@/components/ui/picker';
import { Segmented } from '@/components/ui/segmented';
import { chosenValues, withChosen } from '@/lib/domain/queue/edit-query';
import { emptyWord, meWord, type QueueField, valueWords, type WordField } from '@/lib/domain/queue/queue-field';
import { visibleText } from '@/lib/domain/text/visible';

/** Which values are offered: all of a short list, or what the rows have, most rows first, and what is chosen. */
function offered(
  field: WordField<never>,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  me: string | null,
): string[] {
  if (field.values !== undefined && field.values.length <= 8)
    return [...field.values, ...(counts.has(emptyWord(field)) ? [emptyWord(field)] : [])];
  const byCount = [...counts.keys()].sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0));
  const first = field.kind === 'people' ? [meWord, emptyWord(field)] : [];
  // Whoever asks stands there as "Me".
  return [...new Set([...first, ...chosen, ...byCount])].filter(
    (value) => !(field.kind === 'people' && value === me?.toLowerCase()),
  );
}

export function FacetPanel({
  field,
  countsOf,
  query,
  asker,
  onQuery,
  mark,
  people,
}: FilterPanelProps & { field: WordField<never> }) {
  const [negated, setNegated] = useState(
    chosenValues(query, field.id).length === 0 && chosenValues(query, field.id, true).length > 0,
  );
  const chosen = chosenValues(query, field.id, negated);
  const counts = countsOf(field.id);
  const options = offered(field, counts, chosen, asker.me).map((value) => ({
    value,
    label: visibleText(people?.get(value) ?? valueWords(asField(field), value)),
    mark: mark?.(field.id, value),
    count: counts.get(value === meWord ? (asker.me?.toLowerCase() ?? '') : value) ?? 0,
  }));
  const choose = (values: readonly string[]) => onQuery(withChosen(query, field.id, values, negated), false);
  return (
    <>
      <div className="flex items-center gap-2 border-b p-1.5">
        <Segmented
          label="Condition"
          value={negated ? 'not' : 'is'}
          onChange={(value) => setNegated(value === 'not')}
          options={[
            { value: 'is', label: 'Is' },
            { value: 'not', label: 'Is not' },
          ]}
        />
        {chosen.length === 0 ? null : (
          <Button tone="quiet" size="small" onClick={() => choose([])}>
            Any {field.label.toLowerCase()}
          </Button>
        )}
      </div>
      <Picker
        label={field.label}
        options={options}
        chosen={chosen}
        onChoose={(value) =>
          choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
        }
        many
      />
    </>
  );
}

const asField = (field: WordField<never>): QueueField<never> => field;

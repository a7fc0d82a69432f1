/** The levels of grouping, each chosen out of the fields that make sense as headings. */
'use client';
import type { QueueField } from '@/lib/domain/queue/queue-field';

export function GroupPanel({
  fields,
  group,
  onGroup,
}: {
  fields: readonly QueueField<never>[];
  group: readonly string[];
  onGroup: (group: readonly string[]) => void;
}) {
  const [first = '', second = ''] = group;
  const groupable = fields.filter((field) => field.groupable === true);
  const level = (label: string, value: string, others: readonly string[], choose: (id: string) => void) => (
    <label className="flex items-center justify-between gap-3 py-0.5">
      <span className="text-muted">{label}</span>
      <select
        value={value}
        onChange={(event) => choose(event.target.value)}
        className="h-7 w-36 rounded border bg-canvas px-1.5 hover:border-line-strong"
      >
        <option value="">Nothing</option>
        {groupable
          .filter(({ id }) => !others.includes(id))
          .map(({ id, label: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <>
      {level('Group by', first, [], (id) =>
        onGroup(id === '' ? [] : [id, ...group.slice(1).filter((one) => one !== id)]),
      )}
      {first === '' ? null : level('then by', second, [first], (id) => onGroup(id === '' ? [first] : [first, id]))}
    </>
  );
}

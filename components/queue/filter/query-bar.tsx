/** The filter of a queue: its text and its chips are two faces of one query, and the address holds it. */
'use client';
import { Braces, ListFilter, X } from 'lucide-react';
import { lazy, memo, type ReactNode } from 'react';
import { FilterChip } from '@/components/queue/filter/filter-chip';
import { QueryField } from '@/components/queue/filter/query-field';
import { chipWords } from '@/components/queue/filter/term-words';
import { useQueryDraft } from '@/components/queue/filter/use-query-draft';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { patiently } from '@/components/ui/patiently';
import { Popover } from '@/components/ui/popover';
import type { ValuesOf } from '@/lib/domain/queue/complete-query';
import { withoutField } from '@/lib/domain/queue/edit-query';
import { facetCounts } from '@/lib/domain/queue/facet-counts';
import { fieldNamed, type QueueAsker, type QueueField, type QueueNoun } from '@/lib/domain/queue/queue-field';
import { isFieldTerm, type QueueQuery } from '@/lib/domain/queue/queue-query';

const FilterPanel = lazy(() =>
  patiently(() => import('@/components/queue/filter/filter-panel')).then((file) => ({ default: file.FilterPanel })),
);
const FieldChoice = lazy(() =>
  patiently(() => import('@/components/queue/filter/field-choice')).then((file) => ({ default: file.FieldChoice })),
);

export type QueryBarProps<Row> = {
  noun: QueueNoun<Row>;
  /** Every row that is known: counts are of these. */
  all: readonly Row[];
  query: QueueQuery;
  asker: QueueAsker;
  /** `quick` while it is being typed. */
  onQuery: (query: QueueQuery, quick: boolean) => void;
  /** Fields that always have a chip. Those of time share one, named Time. */
  chips: readonly string[];
  /** What stands before a value in lists, e.g. the shape of a severity. */
  mark?: ((field: string, value: string) => ReactNode) | undefined;
  /** Names of people by their principal names. */
  people?: ReadonlyMap<string, string> | undefined;
  /** Undefined while the filter is as the view has it. */
  onReset: (() => void) | undefined;
  onLeave: () => void;
};

function Chip<Row extends object>({
  field,
  name,
  removable,
  ...bar
}: QueryBarProps<Row> & { field: QueueField<Row>; name: string; removable: boolean }) {
  const terms = bar.query.filter(isFieldTerm).filter((term) => term.field === field.id);
  return (
    <span className="flex shrink-0">
      <FilterChip name={name} text={chipWords(field, terms)}>
        {(close) => <FilterPanel {...panelProps(bar)} field={field} close={close} />}
      </FilterChip>
      {removable ? (
        <IconButton
          label={`Remove ${name}`}
          icon={X}
          onClick={() => bar.onQuery(withoutField(bar.query, field.id), false)}
          className="-ml-px size-7 rounded-l-none border"
        />
      ) : null}
    </span>
  );
}

function countsIn<Row extends object>({ noun, all, query, asker }: QueryBarProps<Row>, name: string) {
  const field = fieldNamed(noun.fields, name);
  const counts = field === undefined ? undefined : facetCounts([field], all, query, noun, asker).get(field.id);
  return counts ?? new Map<string, number>();
}

/** Panels are loaded when they are opened and know nothing of rows. */
function panelProps<Row extends object>(bar: QueryBarProps<Row>) {
  const { noun, query, asker, onQuery, mark, people } = bar;
  const countsOf = (name: string) => countsIn(bar, name);
  return { fields: noun.fields, countsOf, query, asker, onQuery, mark, people };
}

function PlainQueryBar<Row extends object>(bar: QueryBarProps<Row>) {
  const { noun, query, chips, onQuery, onReset, onLeave } = bar;
  const draft = useQueryDraft(query, noun, (next) => onQuery(next, true));
  const valuesOf: ValuesOf = (name) =>
    [...countsIn(bar, name)]
      .map(([value, count]) => ({ value, count }))
      .sort((left, right) => right.count - left.count);
  const used = new Set(query.filter(isFieldTerm).map(({ field }) => field));
  const times = noun.fields.filter(({ kind }) => kind === 'time');
  const shownTime = times.find(({ id }) => used.has(id)) ?? times.find(({ id }) => chips.includes(id));
  const standing = chips.flatMap((id) => fieldNamed(noun.fields, id) ?? []).filter(({ kind }) => kind !== 'time');
  const extra = noun.fields.filter(
    (field) => used.has(field.id) && !standing.includes(field) && field.id !== shownTime?.id,
  );
  return (
    <search aria-label={`Filter ${noun.many}`} className="flex flex-wrap items-center gap-1.5 border-b px-4 py-1.5">
      <QueryField noun={noun} draft={draft} valuesOf={valuesOf} onLeave={onLeave} />
      <IconButton
        label="Edit the filter as text"
        icon={Braces}
        aria-pressed={draft.asText}
        onClick={() => draft.setAsText(!draft.asText)}
        className="max-sm:hidden aria-pressed:bg-selected aria-pressed:text-ink"
      />
      {/* On a narrow screen the chips are one line that scrolls, so that rows keep the room. */}
      <div className="flex gap-1.5 max-sm:-mx-4 max-sm:max-w-screen max-sm:overflow-x-auto max-sm:px-4 max-sm:py-0.5 sm:contents">
        {standing.map((field) => (
          <Chip key={field.id} {...bar} field={field} name={field.label} removable={false} />
        ))}
        {shownTime === undefined ? null : (
          <Chip {...bar} field={shownTime} name={used.has(shownTime.id) ? shownTime.label : 'Time'} removable={false} />
        )}
        {extra.map((field) => (
          <Chip key={field.id} {...bar} field={field} name={field.label} removable />
        ))}
        <Popover
          label="More filters"
          className="p-0"
          trigger={<IconButton label="More filters" icon={ListFilter} className="size-7 border" />}
        >
          {(close) => <FieldChoice {...panelProps(bar)} close={close} />}
        </Popover>
        {onReset === undefined ? null : (
          <Button tone="quiet" onClick={onReset}>
            Reset
          </Button>
        )}
      </div>
    </search>
  );
}

/**
 * Not drawn anew when only the cursor moves. `memo` forgets that a component is generic; its props and its result are
 * the same, so the signature is put back.
 */
export const QueryBar = memo(PlainQueryBar) as typeof PlainQueryBar;

/** What a chip shows when it is opened: values with counts, a time, or bounds of a number. Loaded with the first that is. */
'use client';
import type { ReactNode } from 'react';
import { FacetPanel } from '@/components/queue/filter/facet-panel';
import { NumberPanel } from '@/components/queue/filter/number-panel';
import { TimePanel } from '@/components/queue/filter/time-panel';
import { isWordField, type QueueAsker, type QueueField } from '@/lib/domain/queue/queue-field';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';

/** Panels know nothing of rows: what they need of them is asked through `countsOf`. */
export type FilterPanelProps = {
  fields: readonly QueueField<never>[];
  /** Rows that each value of a field would give. */
  countsOf: (field: string) => ReadonlyMap<string, number>;
  query: QueueQuery;
  asker: QueueAsker;
  onQuery: (query: QueueQuery, quick: boolean) => void;
  mark?: ((field: string, value: string) => ReactNode) | undefined;
  people?: ReadonlyMap<string, string> | undefined;
  close: () => void;
};

export function FilterPanel({ field, ...panel }: FilterPanelProps & { field: QueueField<never> }) {
  if (field.kind === 'time') return <TimePanel {...panel} field={field} />;
  if (!isWordField(field) || field.kind === 'text') return <NumberPanel {...panel} field={field} />;
  return <FacetPanel {...panel} field={field} />;
}

'use client';
/** What a query can be made of: the tables of both worlds, and queries to start from. */
import { useState } from 'react';
import { TabPanel, Tabs } from '@/components/ui/tabs';
import type { SampleQuery } from './samples/sample-query';
import { SamplesPane } from './samples/samples-pane';
import { SchemaPane } from './schema/schema-pane';

const tabs = [
  { id: 'schema', label: 'Schema' },
  { id: 'queries', label: 'Queries' },
] as const;
type TabId = (typeof tabs)[number]['id'];

type Props = { onInsert: (text: string) => void; onOpen: (sample: SampleQuery) => void };

export function LibraryPane({ onInsert, onOpen }: Props) {
  const [tab, setTab] = useState<TabId>('schema');
  return (
    <section aria-label="Schema and queries" data-pane="schema" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
      <Tabs label="Schema and queries" value={tab} onChange={setTab} tabs={tabs}>
        <TabPanel id="schema" className="flex min-h-0 flex-1 flex-col">
          <SchemaPane onInsert={onInsert} />
        </TabPanel>
        <TabPanel id="queries" className="flex min-h-0 flex-1 flex-col">
          <SamplesPane onOpen={onOpen} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

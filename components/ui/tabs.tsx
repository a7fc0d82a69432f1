/**
 * Tabs over one thing.
 * `<Tabs label="Incident" value={tab} onChange={setTab} tabs={[{ id: 'alerts', label: 'Alerts', count: 4 }]}>
 *    <TabPanel id="alerts">…</TabPanel>
 *  </Tabs>`; only the panel of the chosen tab is rendered.
 */
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export type Tab<Id extends string> = { id: Id; label: string; count?: number };

export function Tabs<Id extends string>({
  label,
  value,
  onChange,
  tabs,
  children,
}: {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  tabs: readonly Tab<Id>[];
  children: ReactNode;
}) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(id) => {
        const tab = tabs.find((candidate) => candidate.id === id);
        if (tab !== undefined) onChange(tab.id);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Radix.List aria-label={label} className="flex shrink-0 gap-4 overflow-x-auto border-b px-4">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px flex h-9 items-center gap-1.5 border-transparent border-b-2 whitespace-nowrap text-muted outline-offset-[-2px] hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="text-faint text-small">{tab.count.toLocaleString('en')}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

export function TabPanel({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  return (
    <Radix.Content value={id} className={className ?? 'min-h-0 flex-1 overflow-y-auto'}>
      {children}
    </Radix.Content>
  );
}

/** Names and values side by side. `<FactList facts={[{ name: 'Product', value: <…/> }]} />`; empty values are left out. */
import type { ReactNode } from 'react';

export type ShownFact = { name: string; value: ReactNode };

export function FactList({ facts }: { facts: readonly ShownFact[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ name, value }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

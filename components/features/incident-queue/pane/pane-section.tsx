/** A named part of the pane, under a hairline. */
import type { ReactNode } from 'react';

export function PaneSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t px-4 py-2.5">
      <h3 className="mb-1 text-faint text-small">{title}</h3>
      {children}
    </section>
  );
}

/** A name and its value on one line. */
export function PaneFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-6 items-center gap-2">
      <dt className="w-24 shrink-0 text-muted">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-1">{children}</dd>
    </div>
  );
}

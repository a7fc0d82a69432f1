/** A named part of the pane, under a hairline; and a name with its value. */
import type { ReactNode } from 'react';

export function PaneSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t px-4 py-2.5">
      <h3 className="mb-1 text-faint text-small">{title}</h3>
      {children}
    </section>
  );
}

export function PaneFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2">
      <dt className="w-28 shrink-0 text-muted leading-6">{name}</dt>
      <dd className="flex min-h-6 min-w-0 flex-1 flex-wrap items-center gap-1 wrap-anywhere">{children}</dd>
    </div>
  );
}

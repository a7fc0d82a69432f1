/** Says why there is nothing here and what to do about it. `<EmptyState title="No alerts" action={<Button/>}>…</EmptyState>` */
import type { ReactNode } from 'react';

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-8 sm:items-center sm:text-center">
      <p className="font-medium">{title}</p>
      {children === undefined ? null : <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}

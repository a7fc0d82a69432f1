/** A name, what it is, and underneath what that rests on. Values stand below their names where the screen is narrow. */
import type { ReactNode } from 'react';

export function FactRow({ name, value, children }: { name: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 border-t py-1.5 first:border-t-0">
      <dt className="w-44 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1 basis-56">
        <div className="flex min-h-5 flex-wrap items-center gap-x-2">{value}</div>
        {children === undefined ? null : <div className="text-muted wrap-anywhere">{children}</div>}
      </dd>
    </div>
  );
}

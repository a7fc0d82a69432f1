/** Names and values of a settings section; ids can be copied. */
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { IdChip } from '@/components/vocabulary/id-chip';

export function SettingsSection({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="border-b py-4">
      <h2 className="font-semibold">{title}</h2>
      {note === undefined ? null : <p className="text-muted">{note}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}

export function SettingsRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 border-t py-1 first:border-t-0">
      <dt className="w-40 shrink-0 text-muted">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-2">{children}</dd>
    </div>
  );
}

/** An id that may still be on its way (undefined) or that could not be read (null). */
export function SettingsId({ id, name }: { id: string | null | undefined; name: string }) {
  if (id === undefined) return <Skeleton className="w-48" />;
  return id === null ? <span className="text-faint">Could not be read</span> : <IdChip id={id} name={name} />;
}

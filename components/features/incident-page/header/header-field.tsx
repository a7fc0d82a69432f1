/** One property of the header: its name, its value, and how far a change of it has come. */
import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { SyncMark } from '@/components/vocabulary/sync-mark';
import type { FieldSync } from '@/lib/domain/incident/incident';

export function HeaderField({
  name,
  sync,
  wide = false,
  children,
}: {
  name: string;
  sync?: FieldSync | undefined;
  /** Takes the whole line where lines are short. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={wide ? 'min-w-0 max-sm:col-span-2' : 'min-w-0'}>
      <dt className="text-faint text-small">{name}</dt>
      <dd className="flex h-7 min-w-0 items-center gap-1.5">
        {children}
        <SyncMark sync={sync} />
      </dd>
    </div>
  );
}

/** A value that opens its editor. The name is read aloud before the value. */
export function FieldButton({ name, children, ...rest }: ComponentProps<'button'> & { name: string }) {
  return (
    <button
      type="button"
      className="-ml-2 flex h-7 min-w-0 items-center gap-1.5 rounded px-2 text-left whitespace-nowrap hover:bg-hover disabled:opacity-60 data-[state=open]:bg-pressed"
      {...rest}
    >
      <span className="sr-only">{name}: </span>
      {children}
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
    </button>
  );
}

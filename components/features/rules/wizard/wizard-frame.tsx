/** The page around the wizard: where it belongs, and which rule it is. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { rulesPath } from '@/lib/routes/paths';

export function WizardFrame({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-5xl px-4 pb-12 sm:px-6">
        <p className="pt-4 text-muted">
          <Link href={rulesPath()} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
            Rules
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-2">
          <h1 className="min-w-0 flex-1 font-semibold text-title wrap-anywhere">{title}</h1>
          {aside}
        </div>
        {children}
      </div>
    </div>
  );
}

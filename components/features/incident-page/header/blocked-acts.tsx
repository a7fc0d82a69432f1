/** Acts that are impossible here: there to be found, and beside them why they are and where they are possible. */
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import type { Capability } from '@/lib/domain/incident/capabilities';

export function BlockedActs({
  names,
  capability,
  children,
}: {
  names: readonly string[];
  capability: Capability;
  /** Ways to where it is possible. */
  children?: ReactNode;
}) {
  const id = useId();
  if (capability.allowed) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2">
      {names.map((name) => (
        <Button key={name} size="small" disabled aria-describedby={id}>
          {name}
        </Button>
      ))}
      <p className="flex min-w-0 flex-wrap items-center gap-x-3 text-muted">
        <span id={id}>{capability.reason}</span>
        {children}
        <MicrosoftPage href={capability.link} />
      </p>
    </div>
  );
}

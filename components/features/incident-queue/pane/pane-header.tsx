/** The head of the pane: which incident, its neighbours, and what can be done with its name. */
import { ArrowDown, ArrowUp, ArrowUpRight, Copy, X } from 'lucide-react';
import Link from 'next/link';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { CopiedForm } from '@/components/features/incident-queue/acts/use-copying';
import { stepRow } from '@/components/grid/step-row';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuOption } from '@/components/ui/menu';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentPath } from '@/lib/routes/paths';

const copies: readonly { form: CopiedForm; words: string; keys?: string }[] = [
  { form: 'link', words: 'Copy link', keys: 'Y' },
  { form: 'ids', words: 'Copy ids' },
  { form: 'indicators', words: 'Copy indicators, defanged' },
  { form: 'rawIndicators', words: 'Copy indicators, raw' },
];

export function PaneHeader({
  incident,
  onCopy,
  onClose,
}: {
  incident: Incident;
  onCopy: (form: CopiedForm) => void;
  onClose: () => void;
}) {
  return (
    <header className="sticky top-0 z-10 border-b bg-panel py-2 pr-2 pl-4">
      <div className="flex items-center gap-0.5">
        <p className="min-w-0 flex-1 truncate font-mono text-[12px] text-muted">{incidentName(incident)}</p>
        <IconButton label="Previous incident" icon={ArrowUp} keys="K" onClick={() => stepRow('ArrowUp')} />
        <IconButton label="Next incident" icon={ArrowDown} keys="J" onClick={() => stepRow('ArrowDown')} />
        <Menu label="Copy" align="end" trigger={<IconButton label="Copy …" icon={Copy} />}>
          {copies.map(({ form, words, keys }) => (
            <MenuOption key={form} onSelect={() => onCopy(form)} {...(keys === undefined ? {} : { keys })}>
              {words}
            </MenuOption>
          ))}
        </Menu>
        <Link
          href={incidentPath(incident.key)}
          prefetch={false}
          className="ml-1 inline-flex h-7 shrink-0 items-center gap-1 rounded border bg-canvas px-2 font-medium hover:bg-hover"
        >
          Open
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Link>
        <IconButton label="Close" icon={X} keys="Esc" onClick={onClose} />
      </div>
      <h2 className="line-clamp-3 font-semibold wrap-anywhere">
        <UntrustedText text={incident.title} />
      </h2>
      {incident.redirectedTo === null ? null : (
        <p className="text-muted">
          Merged into{' '}
          <Link href={incidentPath(incident.redirectedTo)} prefetch={false} className="text-accent underline">
            #{incident.redirectedTo}
          </Link>
          : its alerts are there, and its old ids and links lead there.
        </p>
      )}
    </header>
  );
}

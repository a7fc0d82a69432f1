/**
 * Chooses an incident's status. Resolving asks for a verdict first, so it has a callback of its own (see ResolveDialog).
 * `<StatusMenu trigger={<button>New</button>} value={…} onChange={…} onResolve={…} capability={incidentCan.changeStatus(incident)} />`
 * `value` is null when several incidents with different statuses are meant.
 */
import type { ReactNode } from 'react';
import { Menu, MenuChoice, MenuOption } from '@/components/ui/menu';
import { CapabilityNote } from '@/components/vocabulary/capability-note';
import { StatusMark, statusWords } from '@/components/vocabulary/status';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { IncidentStatus } from '@/lib/domain/incident/incident';

const offered = ['new', 'inProgress'] as const;

export function StatusMenu({
  trigger,
  value,
  onChange,
  onResolve,
  capability,
  ...menu
}: {
  trigger: ReactNode;
  value: IncidentStatus | null;
  onChange: (status: (typeof offered)[number]) => void;
  onResolve: () => void;
  capability?: Capability;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onClosed?: () => void;
}) {
  const allowed = capability?.allowed ?? true;
  return (
    <Menu trigger={trigger} label="Status" {...menu}>
      <CapabilityNote capability={capability} />
      {offered.map((status) =>
        allowed ? (
          <MenuChoice key={status} checked={value === status} onSelect={() => status !== value && onChange(status)}>
            <StatusMark status={status} />
          </MenuChoice>
        ) : (
          <MenuOption key={status} disabled onSelect={() => undefined}>
            {statusWords[status]}
          </MenuOption>
        ),
      )}
      {allowed ? (
        <MenuChoice checked={value === 'resolved'} onSelect={onResolve} keys="e">
          <StatusMark status="resolved" />
          {value === 'resolved' ? null : '…'}
        </MenuChoice>
      ) : (
        <MenuOption disabled onSelect={() => undefined}>
          Resolved
        </MenuOption>
      )}
    </Menu>
  );
}

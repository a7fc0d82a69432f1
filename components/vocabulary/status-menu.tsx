/**
 * Chooses an incident's status. Resolving asks for a verdict first, so it has a callback of its own (see ResolveDialog).
 * `<StatusMenu trigger={<button>New</button>} value={…} onChange={…} onResolve={…} capability={incidentCan.changeStatus(incident)} />`
 */
import { Menu, MenuChoice, MenuOption } from '@/components/ui/menu';
import { CapabilityNote } from '@/components/vocabulary/capability-note';
import { OfferedValues, type ValueMenuProps } from '@/components/vocabulary/offered-values';
import { StatusMark, statusWords } from '@/components/vocabulary/status';
import type { IncidentStatus } from '@/lib/domain/incident/incident';

const offered = ['new', 'inProgress'] as const;

export function StatusMenu({
  trigger,
  value,
  onChange,
  onResolve,
  capability,
  ...menu
}: ValueMenuProps<IncidentStatus> & {
  onChange: (status: (typeof offered)[number]) => void;
  onResolve: () => void;
}) {
  const allowed = capability?.allowed ?? true;
  return (
    <Menu trigger={trigger} label="Status" {...menu}>
      <CapabilityNote capability={capability} />
      <OfferedValues {...{ offered, value, allowed, onChange }} words={statusWords}>
        {(status) => <StatusMark status={status} />}
      </OfferedValues>
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

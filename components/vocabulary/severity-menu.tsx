/**
 * Chooses an incident's severity. Both systems take all four.
 * `<SeverityMenu trigger={<button>High</button>} value={…} onChange={…} capability={incidentCan.changeSeverity(incident)} />`
 */
import { Menu } from '@/components/ui/menu';
import { CapabilityNote } from '@/components/vocabulary/capability-note';
import { OfferedValues, type ValueMenuProps } from '@/components/vocabulary/offered-values';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import type { Severity } from '@/lib/domain/incident/incident';

const offered = ['high', 'medium', 'low', 'informational'] as const;

export function SeverityMenu({
  trigger,
  value,
  onChange,
  capability,
  ...menu
}: ValueMenuProps<Severity> & {
  onChange: (severity: (typeof offered)[number]) => void;
}) {
  return (
    <Menu trigger={trigger} label="Severity" {...menu}>
      <CapabilityNote capability={capability} />
      <OfferedValues {...{ offered, value, onChange }} allowed={capability?.allowed ?? true} words={severityWords}>
        {(severity) => <SeverityMark severity={severity} />}
      </OfferedValues>
    </Menu>
  );
}

/**
 * Chooses an incident's severity. Both systems take all four.
 * `<SeverityMenu trigger={<button>High</button>} value={…} onChange={…} capability={incidentCan.changeSeverity(incident)} />`
 */
import type { ReactNode } from 'react';
import { Menu, MenuChoice, MenuOption } from '@/components/ui/menu';
import { CapabilityNote } from '@/components/vocabulary/capability-note';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { Severity } from '@/lib/domain/incident/incident';

const offered = ['high', 'medium', 'low', 'informational'] as const;

export function SeverityMenu({
  trigger,
  value,
  onChange,
  capability,
  ...menu
}: {
  trigger: ReactNode;
  value: Severity | null;
  onChange: (severity: (typeof offered)[number]) => void;
  capability?: Capability;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onClosed?: () => void;
}) {
  const allowed = capability?.allowed ?? true;
  return (
    <Menu trigger={trigger} label="Severity" {...menu}>
      <CapabilityNote capability={capability} />
      {offered.map((severity) =>
        allowed ? (
          <MenuChoice
            key={severity}
            checked={value === severity}
            onSelect={() => severity !== value && onChange(severity)}
          >
            <SeverityMark severity={severity} />
          </MenuChoice>
        ) : (
          <MenuOption key={severity} disabled onSelect={() => undefined}>
            {severityWords[severity]}
          </MenuOption>
        ),
      )}
    </Menu>
  );
}

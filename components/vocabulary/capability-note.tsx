/** Why nothing in a menu can be chosen, in the menu itself and with Microsoft's page: a greyed-out list explains nothing. */
import { ExternalLink } from 'lucide-react';
import { MenuHeading, MenuLine, MenuOption } from '@/components/ui/menu';
import type { Capability } from '@/lib/domain/incident/capabilities';

export function CapabilityNote({ capability }: { capability: Capability | undefined }) {
  if (capability === undefined || capability.allowed) return null;
  return (
    <>
      <MenuHeading>
        <span className="block max-w-60 whitespace-normal">{capability.reason}</span>
      </MenuHeading>
      <MenuOption icon={ExternalLink} onSelect={() => window.open(capability.link, '_blank', 'noopener')}>
        Microsoft’s page about it
      </MenuOption>
      <MenuLine />
    </>
  );
}

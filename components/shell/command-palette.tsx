/** Ctrl/⌘ K: any page by name, any incident by any of its ids or portal URLs, and the switches of the shell. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Crosshair, Keyboard, Layers, type LucideIcon, Settings, SunMoon, Timer } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { overlaySurface } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { usePreferences } from '@/components/ui/preferences-provider';
import { SeverityMark } from '@/components/vocabulary/severity';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { emptyFilter, incidentMatcher } from '@/lib/domain/incident/filter';
import { refang } from '@/lib/domain/text/defang';
import { incidentQueries } from '@/lib/queries/incidents';
import { huntingPath, incidentPath, incidentsPath, settingsPath } from '@/lib/routes/paths';

const option =
  'flex h-8 items-center gap-2 rounded-small px-2 select-none data-[selected=true]:bg-pressed forced-colors:data-[selected=true]:outline';

/** What looks like an id or an address, and not like words. */
const looksLikeId = /^#?\d+$|[0-9a-f]{8}-[0-9a-f]{4}-|^https?:/iu;

function Option({
  value,
  icon: Icon,
  keys,
  onSelect,
  children,
}: {
  value: string;
  icon?: LucideIcon;
  keys?: string;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item value={value} onSelect={onSelect} className={option}>
      {Icon === undefined ? null : <Icon aria-hidden className="size-4 text-muted" />}
      <span className="flex min-w-0 flex-1 items-center gap-2 truncate">{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </Command.Item>
  );
}

function IncidentOptions({ text, go }: { text: string; go: (path: string) => void }) {
  const { data: list } = useQuery(incidentQueries.list());
  const wanted = useDeferredValue(text.trim());
  const found = useMemo(() => {
    if (wanted.length < 2 || list === undefined) return [];
    const matcher = incidentMatcher({ ...emptyFilter, text: wanted });
    const hits = [];
    for (const incident of list.incidents) {
      if (matcher(incident)) hits.push(incident);
      if (hits.length === 8) break;
    }
    return hits;
  }, [wanted, list]);
  const asId = refang(wanted);
  const resolve = useQuery({ ...incidentQueries.resolve(asId), enabled: looksLikeId.test(asId) });
  const resolved = resolve.data;
  if (wanted === '') return null;
  return (
    <>
      {resolved !== undefined && resolved.kind !== 'unknown' ? (
        <Option
          value={`open ${asId}`}
          icon={Layers}
          onSelect={() => go(incidentPath(resolved.kind === 'found' ? resolved.key : resolved.to))}
        >
          Open incident {resolved.kind === 'found' ? resolved.key : `${resolved.to} (redirected)`}
        </Option>
      ) : null}
      {resolved?.kind === 'unknown' ? (
        <p className="px-2 py-1.5 text-muted">
          No incident {resolved.lookedFor} in {resolved.lookedIn.join(' or ')}.
        </p>
      ) : null}
      {found.map((incident) => (
        <Option key={incident.key} value={incident.key} onSelect={() => go(incidentPath(incident.key))}>
          <SeverityMark severity={incident.severity} word={false} />
          <span className="font-mono text-[12px] text-muted">
            #{incident.defender?.id ?? incident.sentinel?.number}
          </span>
          <span className="truncate">
            <UntrustedText text={incident.title} />
          </span>
        </Option>
      ))}
    </>
  );
}

export function CommandPalette({
  onOpenChange,
  onSheet,
}: {
  onOpenChange: (open: boolean) => void;
  onSheet: () => void;
}) {
  const router = useRouter();
  const [{ theme, zone }, change] = usePreferences();
  const [text, setText] = useState('');
  const opener = useRef<Element | null>(null);
  const go = (path: string) => {
    onOpenChange(false);
    router.push(path);
  };
  const set = (part: Parameters<typeof change>[0]) => {
    onOpenChange(false);
    change(part);
  };
  const commands = [
    { name: 'Go to incidents', icon: Layers, keys: 'g i', run: () => go(incidentsPath()) },
    { name: 'Go to hunting', icon: Crosshair, keys: 'g h', run: () => go(huntingPath()) },
    { name: 'Go to settings', icon: Settings, keys: 'g s', run: () => go(settingsPath()) },
    ...(['dark', 'light', 'system'] as const)
      .filter((name) => name !== theme)
      .map((name) => ({ name: `Theme: ${name}`, icon: SunMoon, run: () => set({ theme: name }) })),
    {
      name: zone === 'utc' ? 'Show local times' : 'Show UTC times',
      icon: Timer,
      run: () => set({ zone: zone === 'utc' ? 'local' : 'utc' }),
    },
    { name: 'Keyboard shortcuts', icon: Keyboard, keys: '?', run: onSheet },
  ];
  const shown = commands.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Radix.Root open onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Without a trigger of its own Radix gives the focus to nothing.
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
          }}
          className={`${overlaySurface} fixed top-[12vh] left-1/2 w-[calc(100vw-24px)] max-w-xl -translate-x-1/2`}
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <Command shouldFilter={false} label="Search and commands" className="flex max-h-[70vh] flex-col">
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder="Incident id, GUID, portal URL, title, or a command"
              className="h-11 shrink-0 border-b bg-transparent px-4 outline-none"
            />
            <Command.List className="min-h-0 flex-1 overflow-y-auto p-1">
              <IncidentOptions text={text} go={go} />
              {shown.map((command) => (
                <Option
                  key={command.name}
                  value={command.name}
                  icon={command.icon}
                  onSelect={command.run}
                  {...('keys' in command ? { keys: command.keys } : {})}
                >
                  {command.name}
                </Option>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

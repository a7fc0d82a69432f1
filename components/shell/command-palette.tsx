/**
 * Ctrl/⌘ K: every act of this page on the row or the selection, any page by name, any incident by any of its ids or
 * portal URLs. The acts are those of the shortcut registry, so whatever has a key is here too, and the other way round.
 */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Layers, type LucideIcon, Route } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import {
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { meaningWords } from '@/components/shell/meaning-words';
import { paletteActs } from '@/components/shell/palette-acts';
import { noteAct, recentActs } from '@/components/shell/recent-acts';
import { overlaySurface } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import { incidentNoun } from '@/components/vocabulary/incident-noun';
import { SeverityMark } from '@/components/vocabulary/severity';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import { refang } from '@/lib/domain/text/defang';
import { visibleText } from '@/lib/domain/text/visible';
import { incidentQueries } from '@/lib/queries/incidents';
import { alertsPath, incidentPath, incidentsPath, type MissedIn, tracePath } from '@/lib/routes/paths';

const option =
  'flex h-8 items-center gap-2 rounded-small px-2 select-none data-[selected=true]:bg-pressed forced-colors:data-[selected=true]:outline';

/** What looks like an id or an address, and not like words. */
const looksLikeId = /^#?\d+$|[0-9a-f]{8}-[0-9a-f]{4}-|^https?:/iu;
/** The same, or an alert's own id such as `da637…_-1`, as products make them. */
const mayBeTraced = /^#?\d+$|^\S*\d\S*[-_\d]\S{4,}$|^https?:/iu;

/** The filter that something may be missed in. */
function queueAsked(): MissedIn {
  const { pathname, search } = window.location;
  if (pathname === incidentsPath()) return { incidents: search };
  return pathname === alertsPath() ? { alerts: search } : {};
}

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
      {keys === undefined || keys === '' ? null : <Kbd keys={keys} />}
    </Command.Item>
  );
}

function IncidentOptions({
  text,
  go,
  onFirst,
}: {
  text: string;
  go: (path: string) => void;
  /** The option that now stands first: an incident that an id means is found after others could be chosen. */
  onFirst: (value: string) => void;
}) {
  const { data: list } = useQuery(incidentQueries.list());
  const wanted = useDeferredValue(text.trim());
  const found = useMemo(() => {
    if (wanted.length < 2 || list === undefined) return [];
    const words = wanted.split(/\s+/u).map((word) => ({ field: null, negated: false, text: word }));
    const now = new Date(0);
    const noun = incidentNoun({ now, me: null, since: null });
    const matcher = queueMatcher(words, noun, { me: null, now, zone: 'utc' });
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
  const meanings = resolved === undefined || resolved.kind === 'unknown' ? [] : (resolved.meanings ?? []);
  const [meant] = meanings;
  const opens = resolved !== undefined && resolved.kind !== 'unknown';
  const first = ((): string | null => {
    if (wanted === '') return null;
    if (opens) return meant === undefined ? `open ${asId}` : `open ${meant.system} ${asId}`;
    return mayBeTraced.test(asId) ? `trace ${asId}` : (found[0]?.key ?? null);
  })();
  useEffect(() => {
    if (first !== null) onFirst(first);
  }, [first, onFirst]);
  if (wanted === '') return null;
  return (
    <>
      {meanings.map((meaning) => (
        <Option
          key={meaning.system}
          value={`open ${meaning.system} ${asId}`}
          icon={Layers}
          onSelect={() => go(incidentPath(meaning.key))}
        >
          <span className="shrink-0">{meaningWords(meaning, asId)}</span>
          <span className="truncate text-muted">
            <UntrustedText text={list?.incidents.find(({ key }) => key === meaning.key)?.title ?? ''} />
          </span>
        </Option>
      ))}
      {resolved !== undefined && resolved.kind !== 'unknown' && meanings.length === 0 ? (
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
      {mayBeTraced.test(asId) ? (
        <Option value={`trace ${asId}`} icon={Route} onSelect={() => go(tracePath(asId, queueAsked()))}>
          Trace {visibleText(asId)}: why it is, or isn’t, in the queue
        </Option>
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

function Heading({ title, about }: { title: string; about: string | null }) {
  return (
    <span className="flex min-w-0 gap-1.5 px-2 py-1 text-faint text-small">
      {title}
      {about === null ? null : (
        <span className="min-w-0 truncate text-muted">
          · <UntrustedText text={about} />
        </span>
      )}
    </span>
  );
}

export function CommandPalette({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const router = useRouter();
  const groups = useSyncExternalStore(shortcutRegistry.subscribe, shortcutRegistry.groups, shortcutRegistry.groups);
  const [recent] = useState(recentActs);
  const [text, setText] = useState('');
  const [value, setValue] = useState('');
  const moved = useRef(false);
  const noteMove = () => {
    moved.current = true;
  };
  // Enter opens what was asked for, unless somebody went elsewhere before it was found.
  const onFirst = useCallback((first: string) => {
    if (!moved.current) setValue(first);
  }, []);
  const opener = useRef<Element | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  /** Runs after the palette is gone and the focus is back: an act may open something that takes it. */
  const choose = (run: () => void) => {
    chosen.current = run;
    onOpenChange(false);
  };
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
            chosen.current?.();
          }}
          className={`${overlaySurface} fixed top-[12vh] left-1/2 w-[calc(100vw-24px)] max-w-xl -translate-x-1/2`}
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <Command
            shouldFilter={false}
            label="Search and commands"
            value={value}
            onValueChange={setValue}
            onPointerMove={noteMove}
            onKeyDown={({ key }) => {
              if (/^(?:Arrow|Home|End)/u.test(key)) noteMove();
            }}
            className="flex max-h-[70vh] flex-col"
          >
            <Command.Input
              value={text}
              onValueChange={(next) => {
                moved.current = false;
                setText(next);
              }}
              placeholder="Incident id, GUID, portal URL, title, or a command"
              className="h-11 shrink-0 border-b bg-transparent px-4 outline-none"
            />
            <Command.List className="min-h-0 flex-1 overflow-y-auto p-1">
              <IncidentOptions text={text} go={(path) => choose(() => router.push(path))} onFirst={onFirst} />
              {paletteActs(groups, text, recent).map(({ title, about, acts }) => (
                <Command.Group
                  key={title}
                  heading={<Heading title={title} about={about} />}
                  className="pt-1 first:pt-0"
                >
                  {acts.map(({ does, keys, run }) => (
                    <Option
                      key={does}
                      value={`${title}: ${does}`}
                      keys={keys}
                      onSelect={() => {
                        noteAct(does);
                        choose(run);
                      }}
                    >
                      {does}
                    </Option>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

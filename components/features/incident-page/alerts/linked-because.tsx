/** Why an alert is in its incident: what Defender says of it, where it says something, and what it shares with which alert. */
import { Link2 } from 'lucide-react';
import {
  gapWords,
  kindWords,
  mainLink,
  sameWords,
  windowWords,
} from '@/components/features/incident-page/alerts/link-words';
import type { AlertLinks } from '@/components/features/incident-page/alerts/use-alert-links';
import { linkWords } from '@/components/vocabulary/correlation-words';
import { EntityChip } from '@/components/vocabulary/entity-chip';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert } from '@/lib/domain/alert/alert';
import type { SharedEntity } from '@/lib/domain/alert/shared-entities';

function Shared({ shared, onOpen }: { shared: SharedEntity; onOpen: (alertId: string) => void }) {
  const { entity, nearest, gapMs, others } = shared;
  return (
    <li className="flex min-h-7 flex-wrap items-center gap-x-2">
      <span className="shrink-0">{sameWords(entity.kind)}</span>
      <span className="min-w-0 max-w-full">
        <EntityChip entity={entity} />
      </span>
      <span className="text-muted">as</span>
      <button
        type="button"
        onClick={() => onOpen(nearest.id)}
        className="min-h-6 min-w-0 max-w-full truncate rounded-small text-left text-accent hover:underline"
      >
        <UntrustedText text={nearest.title} />
      </button>
      <span className="text-muted">
        {gapWords(gapMs)}
        {others > 1 ? `, and ${(others - 1).toLocaleString('en')} more` : ''}
      </span>
    </li>
  );
}

function nothingShared(alert: Alert, alerts: number): string {
  if (alerts <= 1) return 'It is the only alert of its incident.';
  if (alert.evidence.length === 0) return 'The alert names no evidence that could be compared with the others’.';
  return `It shares no entity with another alert of the incident within ${windowWords}.`;
}

export function LinkedBecause({ alert, links }: { alert: Alert; links: AlertLinks }) {
  const shared = links.of(alert);
  return (
    <section>
      <h4 className="mb-1 text-muted">Linked because</h4>
      {alert.link === undefined ? null : (
        <p>
          Defender says: <UntrustedText text={linkWords(alert.link)} />
        </p>
      )}
      {shared.length === 0 ? (
        <p className="text-muted">{nothingShared(alert, links.alerts)}</p>
      ) : (
        <>
          <ul aria-label="Shared with other alerts">
            {shared.map((one) => (
              <Shared key={one.entity.id} shared={one} onOpen={links.open} />
            ))}
          </ul>
          <p className="text-muted text-small">
            {alert.link === undefined ? 'Defender does not say why it put the alert here. ' : ''}
            This is what it shares with other alerts of the incident within {windowWords}.
          </p>
        </>
      )}
    </section>
  );
}

/** The same in a line: `same user alex@contoso.com, same device lt-1, as “Risky sign-in”, 12 min earlier`. */
export function LinkedLine({ alert, links }: { alert: Alert; links: AlertLinks }) {
  const link = mainLink(links.of(alert));
  if (link === null) return null;
  const { with: main, also } = link;
  return (
    <p className="mt-0.5 flex items-start gap-1 text-muted">
      <Link2 aria-hidden className="mt-0.5 size-3.5 shrink-0 text-faint" />
      <span className="min-w-0 wrap-anywhere">
        Linked because:{' '}
        {[main, ...also].slice(0, 3).map(({ entity }, place) => (
          <span key={entity.id}>
            {place === 0 ? '' : ', '}
            {sameWords(entity.kind)} <UntrustedText text={entity.label} />
          </span>
        ))}{' '}
        as “<UntrustedText text={main.nearest.title} />” {gapWords(main.gapMs)}
      </span>
    </p>
  );
}

/** For a narrow column: `user, IP address`. */
export function LinkedKinds({ alert, links }: { alert: Alert; links: AlertLinks }) {
  const kinds = [...new Set(links.of(alert).map(({ entity }) => entity.kind))];
  return kinds.length === 0 ? '–' : kinds.map(kindWords).join(', ');
}

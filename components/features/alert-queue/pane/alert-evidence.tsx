/** The evidence of the alert, a line each: what, how bad, what was done about it, and a way to hunt for it. */
import { PaneSection } from '@/components/queue/pane/pane-section';
import { CopyButton } from '@/components/ui/copy-button';
import { EntityIcon } from '@/components/vocabulary/entity-icon';
import { entityWords } from '@/components/vocabulary/entity-words';
import { EvidenceVerdict } from '@/components/vocabulary/evidence-verdict';
import { roleWord } from '@/components/vocabulary/evidence-words';
import { HuntLink } from '@/components/vocabulary/hunt-link';
import { Remediation } from '@/components/vocabulary/remediation';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Alert, Evidence } from '@/lib/domain/alert/alert';
import { alertWindow } from '@/lib/domain/alert/alert-window';
import { defang } from '@/lib/domain/text/defang';
import { visibleText } from '@/lib/domain/text/visible';

/** An alert of a storm names hundreds; the incident's page has them all. */
const mostShown = 30;

/** The same thing may be in it several times, in different parts. */
function numbered(evidence: readonly Evidence[]): { key: string; piece: Evidence }[] {
  const seen = new Map<string, number>();
  return evidence.map((piece) => {
    const times = (seen.get(piece.entity.id) ?? 0) + 1;
    seen.set(piece.entity.id, times);
    return { key: `${piece.entity.id} ${times}`, piece };
  });
}

export function AlertEvidence({ alert }: { alert: Alert }) {
  const window = alertWindow(alert, []);
  const { evidence } = alert;
  return (
    <PaneSection title={`Evidence (${evidence.length})`}>
      {evidence.length === 0 ? <p className="text-muted">The alert names no evidence.</p> : null}
      <ul>
        {numbered(evidence.slice(0, mostShown)).map(({ key, piece }) => {
          const { entity, verdict, remediation, roles } = piece;
          return (
            <li key={key} className="border-b py-1 last:border-b-0">
              <p className="flex min-w-0 items-center gap-1.5">
                <EntityIcon kind={entity.kind} />
                <span className="sr-only">{entityWords[entity.kind].one} </span>
                <span className="min-w-0 flex-1 truncate font-mono text-[12px]" title={visibleText(entity.label)}>
                  <UntrustedText text={entity.label} />
                </span>
                <HuntLink entity={entity} window={window} />
                <CopyButton text={defang(entity.label)} label={`Copy ${entityWords[entity.kind].one} defanged`} />
              </p>
              <p className="flex flex-wrap items-center gap-x-3 pl-5 text-small">
                {verdict === 'unknown' ? null : <EvidenceVerdict verdict={verdict} />}
                {remediation === 'none' ? null : <Remediation remediation={remediation} />}
                {roles.length === 0 ? null : <span className="text-muted">{roles.map(roleWord).join(', ')}</span>}
              </p>
            </li>
          );
        })}
      </ul>
      {evidence.length > mostShown ? (
        <p className="text-faint text-small">and {evidence.length - mostShown} more</p>
      ) : null}
    </PaneSection>
  );
}

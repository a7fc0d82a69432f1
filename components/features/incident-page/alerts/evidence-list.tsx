/** The evidence of one alert as a table: what, in which part, how bad, what was done about it, and a way to hunt for it. */

import { EntityFacts } from '@/components/features/incident-page/entities/entity-facts';
import { keyed } from '@/components/features/incident-page/keyed';
import { CopyButton } from '@/components/ui/copy-button';
import { EntityIcon } from '@/components/vocabulary/entity-icon';
import { entityWords } from '@/components/vocabulary/entity-words';
import { EvidenceVerdict } from '@/components/vocabulary/evidence-verdict';
import { roleWord } from '@/components/vocabulary/evidence-words';
import { HuntLink } from '@/components/vocabulary/hunt-link';
import { Remediation } from '@/components/vocabulary/remediation';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Evidence } from '@/lib/domain/alert/alert';
import type { AlertWindow } from '@/lib/domain/alert/alert-window';
import { defang } from '@/lib/domain/text/defang';

const head = 'h-7 pr-4 text-left font-normal text-muted text-small whitespace-nowrap';
const cell = 'py-1 pr-4 align-top';

export function EvidenceList({ evidence, window }: { evidence: readonly Evidence[]; window: AlertWindow | null }) {
  if (evidence.length === 0) return <p className="text-muted">The alert names no evidence.</p>;
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">Evidence of the alert</caption>
        <thead>
          <tr className="border-b">
            {['Entity', 'Role', 'Verdict', 'Remediation', 'Added'].map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
            <th scope="col" className={head}>
              <span className="sr-only">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keyed(evidence, (piece) => piece.entity.id).map(({ key, value: piece }) => (
            <tr key={key} className="border-b last:border-b-0">
              <th scope="row" className={`${cell} w-full max-w-0 min-w-52 text-left font-normal`}>
                <span className="flex items-center gap-1.5">
                  <EntityIcon kind={piece.entity.kind} />
                  <span className="sr-only">{entityWords[piece.entity.kind].one} </span>
                  <span className="min-w-0 break-words">
                    <UntrustedText text={piece.entity.label} />
                  </span>
                </span>
                <EntityFacts entity={piece.entity} />
              </th>
              <td className={`${cell} whitespace-nowrap`}>
                {piece.roles.map(roleWord).join(', ') || <span className="text-faint">–</span>}
              </td>
              <td className={cell}>
                <EvidenceVerdict verdict={piece.verdict} />
              </td>
              <td className={cell}>
                <Remediation remediation={piece.remediation} />
              </td>
              <td className={cell}>
                <Timestamp at={piece.createdAt} name="Added to the alert" />
              </td>
              <td className="pt-0.5 align-top">
                <span className="flex items-center justify-end">
                  <CopyButton
                    text={defang(piece.entity.label)}
                    label={`Copy ${entityWords[piece.entity.kind].one} defanged`}
                  />
                  <HuntLink entity={piece.entity} window={window} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

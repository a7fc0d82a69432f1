/** What became of a piece of evidence. Only what still needs somebody is coloured. `<Remediation remediation="active" />` */
import { remediationWord } from '@/components/vocabulary/evidence-words';

const urgent: ReadonlySet<string> = new Set(['active', 'pendingApproval', 'unremediated', 'partiallyRemediated']);
const settled: ReadonlySet<string> = new Set(['blocked', 'prevented', 'remediated']);

export function Remediation({ remediation }: { remediation: string | null }) {
  if (remediation === null) return <span className="text-faint">–</span>;
  const colour = urgent.has(remediation) ? 'text-warning' : settled.has(remediation) ? 'text-good' : 'text-muted';
  return <span className={`whitespace-nowrap ${colour}`}>{remediationWord(remediation)}</span>;
}

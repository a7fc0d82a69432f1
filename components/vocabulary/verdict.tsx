/** An incident's verdict in one line. `<VerdictText verdict={incident.verdict} />` */
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import type { Verdict } from '@/lib/domain/incident/incident';

export function VerdictText({ verdict }: { verdict: Verdict | null }) {
  if (verdict === null) return <span className="text-faint">Not set</span>;
  return (
    <span className="truncate">
      <UntrustedText text={verdictLine(verdict)} />
    </span>
  );
}

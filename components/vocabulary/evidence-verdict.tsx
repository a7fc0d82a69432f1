/** What a product concluded about a piece of evidence: shape, word and colour. `<EvidenceVerdict verdict="malicious" />` */
import { CircleCheck, CircleHelp, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import { type EvidenceVerdictKind, evidenceVerdictWords } from '@/components/vocabulary/evidence-words';

const marks: Record<EvidenceVerdictKind, { icon: LucideIcon; colour: string }> = {
  malicious: { icon: OctagonAlert, colour: 'text-danger' },
  suspicious: { icon: TriangleAlert, colour: 'text-warning' },
  noThreatsFound: { icon: CircleCheck, colour: 'text-good' },
  unknown: { icon: CircleHelp, colour: 'text-faint' },
};

export function EvidenceVerdict({ verdict }: { verdict: EvidenceVerdictKind }) {
  const { icon: Icon, colour } = marks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${colour}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {evidenceVerdictWords[verdict]}
    </span>
  );
}

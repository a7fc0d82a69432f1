/** How a step of a trace went: shape, colour and word. */
import { Ban, CircleCheck, CircleHelp, CircleMinus, Clock, type LucideIcon } from 'lucide-react';
import type { TraceVerdict } from '@/lib/domain/trace/trace';

const marks: Record<TraceVerdict, { icon: LucideIcon; word: string; tone: string }> = {
  ok: { icon: CircleCheck, word: 'Done', tone: 'text-good' },
  broken: { icon: Ban, word: 'Ends here', tone: 'text-danger' },
  waiting: { icon: Clock, word: 'Waiting', tone: 'text-pending' },
  unknown: { icon: CircleHelp, word: 'Not known', tone: 'text-warning' },
  needless: { icon: CircleMinus, word: 'Not needed', tone: 'text-faint' },
};

export function VerdictMark({ verdict }: { verdict: TraceVerdict }) {
  const { icon: Icon, word, tone } = marks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${tone}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  );
}

/**
 * A priority in Defender's bands: over 85 top, 15–85 medium, below 15 low; not the same as severity.
 * https://learn.microsoft.com/defender-xdr/incident-queue
 */
import clsx from 'clsx';

export function PriorityScore({ score }: { score: number }) {
  const band = score > 85 ? 'top' : score >= 15 ? 'medium' : 'low';
  return (
    <span
      title={`Priority ${score} of 100 (${band})`}
      className={clsx(
        band === 'top' && 'font-semibold text-ink',
        band === 'medium' && 'text-muted',
        band === 'low' && 'text-faint',
      )}
    >
      {score}
    </span>
  );
}

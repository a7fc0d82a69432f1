/** Where the figures come from, what they assume, and why there are none when there are none. */
'use client';
import { RotateCw } from 'lucide-react';
import { type Previewed, previewLimits, previewWords } from '@/components/features/rules/wizard/preview-words';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { RuleStep } from '@/lib/domain/rule/draft-problems';
import type { RulePreview } from '@/lib/domain/rule/rule-preview';

const assumptions = [
  'The rule had run at its own pace until now, each time over its own part of the past, with events five minutes to arrive (two for near-real-time rules).',
  'Today’s data: events that arrived late are found, although a run at that time would have missed them.',
  'Nobody closed an incident meanwhile, and alerts that name no entity count as alike.',
  'Only the rule’s own grouping. Where Defender looks after the workspace its correlation may join incidents further, also with those of other rules.',
];

function Assumptions() {
  return (
    <details>
      <summary className="w-fit rounded-small text-muted">What this assumes</summary>
      <ul className="mt-1 list-disc pl-5 text-muted">
        {assumptions.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Figures({ preview }: { preview: Previewed }) {
  return (
    <>
      <p>{previewWords(preview)}</p>
      {previewLimits(preview).map((line) => (
        <p key={line} className="text-warning">
          {line}
        </p>
      ))}
    </>
  );
}

export function PreviewLine({
  preview,
  asking,
  error,
  blocked,
  onAgain,
  onStep,
}: {
  preview: RulePreview | undefined;
  asking: boolean;
  error: Error | null;
  /** What has to be put right before the rule can be tried; null when nothing. */
  blocked: string | null;
  onAgain: () => void;
  onStep: (step: RuleStep) => void;
}) {
  if (blocked !== null)
    return (
      <Banner
        title="The rule cannot be tried on the past yet."
        action={
          <Button size="small" onClick={() => onStep('logic')}>
            To the rule logic
          </Button>
        }
      >
        {blocked}
      </Banner>
    );
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <div role="status" className="min-w-0 flex-1">
          {asking ? (
            <p className="text-muted">Asking Log Analytics, one query for each run …</p>
          ) : error !== null ? (
            <p className="text-danger">The rule could not be tried: {error.message}</p>
          ) : preview?.kind === 'refused' ? (
            <p className="text-danger">
              Log Analytics does not run the query: <UntrustedText text={preview.message} />
            </p>
          ) : preview === undefined ? null : (
            <Figures preview={preview} />
          )}
        </div>
        {asking || error === null ? null : (
          <Button icon={RotateCw} onClick={onAgain}>
            Try again
          </Button>
        )}
      </div>
      <Assumptions />
    </div>
  );
}

/**
 * What merging will do, before it is done: who stays and why, what moves, what is lost, what stands in the way.
 * `<MergeDialog preview={reply} failure={…} nameOf={…} onSurvivor={…} onMerge={({ reasons, comment }) => …} onClose={…} />`
 */
import { ArrowRight, ExternalLink } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Skeleton } from '@/components/ui/skeleton';
import { SeverityMark } from '@/components/vocabulary/severity';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { MergePreview } from '@/lib/domain/incident/merge-preview';

/** Those of Graph's `correlationReason` that a person would say; the rest are Defender's own conclusions. */
const reasons = [
  { value: 'sameActor', words: 'The same actor' },
  { value: 'sameCampaign', words: 'The same campaign' },
  { value: 'sameAsset', words: 'The same asset' },
  { value: 'sharedIndicators', words: 'Shared indicators' },
  { value: 'similarTTPsOrBehavior', words: 'Similar techniques or behaviour' },
  { value: 'repeatedAlertOccurrence', words: 'The same alerts again' },
] as const;

const most = 5_000;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-0.5 text-faint text-small">{title}</h3>
      {children}
    </section>
  );
}

function amount(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function Survivor({
  preview,
  chosen,
  nameOf,
  onSurvivor,
}: Pick<MergeDialogProps, 'chosen' | 'nameOf' | 'onSurvivor'> & { preview: MergePreview }) {
  const id = useId();
  const part = useRef<HTMLFieldSetElement>(null);
  // The first question gets the keyboard when its choices have come.
  useEffect(() => {
    part.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  return (
    <Part title="Stays">
      {preview.mayChoose ? (
        <fieldset ref={part} className="min-w-0">
          <legend className="sr-only">Which incident stays</legend>
          {preview.candidates.map((key) => (
            <label
              key={key}
              className="flex min-h-7 items-center gap-2 rounded-small px-1.5 hover:bg-hover has-checked:bg-selected"
            >
              <input
                type="radio"
                name={id}
                checked={key === (chosen ?? preview.survivor)}
                onChange={() => onSurvivor(key)}
                className="accent-accent"
              />
              <span className="min-w-0 truncate">
                <UntrustedText text={nameOf(key)} />
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p>
          <UntrustedText text={nameOf(preview.survivor)} />
        </p>
      )}
      <p className="text-muted text-small">
        <UntrustedText text={preview.why} />{' '}
        <a
          href={preview.link}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 text-accent underline"
        >
          Microsoft’s page about it
          <ExternalLink aria-hidden className="size-3" />
        </a>
      </p>
    </Part>
  );
}

function Plan({ preview, nameOf }: { preview: MergePreview; nameOf: (key: string) => string }) {
  const refused = new Map(preview.refusedBecause.map(({ key, reason }) => [key, reason]));
  return (
    <>
      <Part title="Moves">
        <ul>
          {preview.moves.map((move) => (
            <li key={move.key} className="border-b py-1 last:border-b-0">
              <span className="flex min-w-0 items-center gap-1.5">
                <span className="min-w-0 truncate">
                  <UntrustedText text={nameOf(move.key)} />
                </span>
                <ArrowRight aria-label="into" className="size-3.5 shrink-0 text-muted" />
                <span className="font-mono text-[12px]">#{preview.survivor}</span>
              </span>
              <span className="block text-muted text-small">
                {amount(move.alerts, 'alert')}, {move.entities === 1 ? '1 entity' : `${move.entities} entities`}
                {move.comments === 0 ? '' : `; ${amount(move.comments, 'comment')} stay behind`}
              </span>
              {refused.has(move.key) ? (
                <span className="block text-danger text-small">
                  <UntrustedText text={refused.get(move.key) ?? ''} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </Part>
      {preview.lost.length === 0 ? null : (
        <Part title="Is lost or stays behind">
          <ul className="list-disc pl-4">
            {preview.lost.map((loss) => (
              <li key={loss}>
                <UntrustedText text={loss} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Afterwards">
        <p className="flex min-w-0 flex-wrap items-center gap-x-3">
          <SeverityMark severity={preview.after.severity} />
          <span>{amount(preview.after.alertCount, 'alert')}</span>
          <span className="min-w-0 truncate">
            <UntrustedText text={preview.after.title} />
          </span>
        </p>
      </Part>
      {preview.failures.map((failure) => (
        <p key={failure} className="text-small text-warning">
          <UntrustedText text={failure} />
        </p>
      ))}
    </>
  );
}

function Explanation(props: {
  reason: string;
  setReason: (reason: string) => void;
  comment: string;
  setComment: (comment: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label className="text-muted text-small">
        Reason{' '}
        <select
          value={props.reason}
          onChange={(event) => props.setReason(event.target.value)}
          className="ml-1 h-7 rounded border border-line bg-canvas px-1.5 text-body text-ink"
        >
          <option value="">None given</option>
          {reasons.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-comment`} className="text-muted text-small">
        Comment, kept by Defender
      </label>
      <textarea
        id={`${id}-comment`}
        rows={2}
        maxLength={most}
        value={props.comment}
        onChange={(event) => props.setComment(event.target.value)}
        className="w-full rounded border border-line bg-canvas px-2 py-1 hover:border-line-strong"
      />
    </div>
  );
}

type MergeDialogProps = {
  preview: MergePreview | undefined;
  /** The one that was asked to stay; the preview for it may still be on its way. */
  chosen: string | null;
  busy: boolean;
  failure: string | null;
  /** `#12345 Multi-stage attack`. */
  nameOf: (key: string) => string;
  onSurvivor: (key: string) => void;
  onMerge: (choice: { reasons: string[]; comment: string }) => void;
  onClose: () => void;
};

export function MergeDialog(props: MergeDialogProps) {
  const { preview, chosen, busy, failure, nameOf, onSurvivor, onMerge, onClose } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const possible = preview !== undefined && preview.refusedBecause.length === 0;
  const ready = possible && !busy;
  const merge = () => {
    if (ready) onMerge({ reasons: reason === '' ? [] : [reason], comment: comment.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    merge();
  };
  const others = preview?.refusedBecause.filter(({ key }) => !preview.moves.some((move) => move.key === key)) ?? [];
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Merge incidents"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={id} disabled={!ready}>
            Merge <Kbd keys="Ctrl Enter" />
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-3"
        aria-live="polite"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          merge();
        }}
      >
        {failure === null ? null : (
          <p className="text-danger">
            What would happen could not be found out: <UntrustedText text={failure} />
          </p>
        )}
        {preview === undefined && failure === null ? <Skeleton className="w-5/6" /> : null}
        {preview === undefined ? null : (
          <>
            {possible || busy ? null : (
              <div role="alert" className="rounded bg-danger-wash px-2 py-1.5">
                <p className="font-medium">These cannot be merged like this</p>
                {others.map(({ key, reason: why }) => (
                  <p key={key}>
                    <UntrustedText text={`${nameOf(key)}: ${why}`} />
                  </p>
                ))}
              </div>
            )}
            <Survivor preview={preview} chosen={chosen} nameOf={nameOf} onSurvivor={onSurvivor} />
            <Plan preview={preview} nameOf={nameOf} />
            <Explanation reason={reason} setReason={setReason} comment={comment} setComment={setComment} />
          </>
        )}
      </form>
    </Dialog>
  );
}

/**
 * What was it? Asked when an incident is resolved, or when only its verdict is to change.
 * `<ResolveDialog mode="resolve" subject="#12345 Multi-stage attack" systems={['defender', 'sentinel']} verdict={…} open={…} onOpenChange={…} onSubmit={(verdict) => …} />`
 * It says what each system will keep, because Microsoft's mapping between them loses words (lib/domain/incident/verdict.ts).
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import {
  type Classification,
  classificationWords,
  determinationWord,
  reasonWord,
} from '@/components/vocabulary/verdict-words';
import type { Verdict } from '@/lib/domain/incident/incident';
import { determinationsOf, reasonsOf, verdictToSentinel } from '@/lib/domain/incident/verdict';
import type { System } from '@/lib/domain/source/source';

const classifications = ['truePositive', 'benignPositive', 'falsePositive', 'undetermined'] as const;
/** A closing note is a few sentences; a report belongs into a comment, which takes ten times as much. */
const noteLimit = 3_000;

type ResolveDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  mode: 'resolve' | 'classify';
  /** Which incident, or how many: `#12345 Multi-stage attack`. Shown as text. */
  subject: string;
  systems: readonly System[];
  verdict: Verdict | null;
  onSubmit: (verdict: Verdict) => void;
};

/** What the other side makes of it, as a sentence. */
function consequence(verdict: Verdict, systems: readonly System[]): string | null {
  const { classificationReason } = verdictToSentinel(verdict);
  const { sentinel, defender } = classificationWords[verdict.classification];
  const kept = classificationReason === null ? sentinel : `${sentinel} / ${reasonWord(classificationReason)}`;
  if (systems.length === 2) {
    const lost = verdict.determination === null ? '' : ' (the determination stays in Defender)';
    return `Defender keeps “${defender}”, Sentinel keeps “${kept}”${lost}.`;
  }
  return systems[0] === 'sentinel' ? `Sentinel keeps “${kept}”.` : null;
}

function Choice({
  name,
  value,
  label,
  hint,
  checked,
  onChoose,
}: {
  name: string;
  value: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="flex min-h-7 items-center gap-2 rounded-small px-1.5 hover:bg-hover has-checked:bg-selected">
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} className="accent-accent" />
      {label}
      {hint === undefined ? null : <span className="text-muted text-small">{hint}</span>}
    </label>
  );
}

function Form({ onOpenChange, mode, systems, verdict, onSubmit }: ResolveDialogProps) {
  const id = useId();
  const [classification, setClassification] = useState<Classification>(verdict?.classification ?? 'truePositive');
  const [detail, setDetail] = useState<string | null>(verdict?.determination ?? verdict?.reason ?? null);
  const [note, setNote] = useState(verdict?.comment ?? '');
  const inDefender = systems.includes('defender');
  const details: readonly string[] = inDefender ? determinationsOf[classification] : reasonsOf[classification];
  const chosen = detail !== null && details.includes(detail) ? detail : (details[0] ?? null);
  const draft: Verdict = {
    classification,
    determination: inDefender ? chosen : null,
    reason: inDefender ? null : chosen,
    comment: note.trim() === '' ? null : note.trim(),
  };
  const submit = () => {
    onSubmit(draft);
    onOpenChange(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const outcome = consequence(draft, systems);
  const form = useRef<HTMLFormElement>(null);
  // The dialog first takes the focus itself (and remembers whom to give it back to); then the question gets it.
  useEffect(() => {
    queueMicrotask(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus());
  }, []);
  return (
    <form
      ref={form}
      className="flex flex-col gap-3"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset>
        <legend className="mb-1 text-muted text-small">Classification</legend>
        {classifications.map((value) => (
          <Choice
            key={value}
            name={`${id}-classification`}
            value={value}
            label={classificationWords[value].name}
            checked={classification === value}
            onChoose={() => setClassification(value)}
            {...(value === 'benignPositive' && inDefender ? { hint: classificationWords[value].defender } : {})}
          />
        ))}
      </fieldset>
      {details.length === 0 ? null : (
        <fieldset>
          <legend className="mb-1 text-muted text-small">{inDefender ? 'Determination' : 'Reason'}</legend>
          <div className="grid sm:grid-cols-2">
            {details.map((value) => (
              <Choice
                key={value}
                name={`${id}-detail`}
                value={value}
                label={inDefender ? determinationWord(value) : reasonWord(value)}
                checked={chosen === value}
                onChoose={() => setDetail(value)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <div>
        <label htmlFor={`${id}-note`} className="mb-1 block text-muted text-small">
          Closing note
        </label>
        <textarea
          id={`${id}-note`}
          value={note}
          maxLength={noteLimit}
          rows={3}
          onChange={(event) => setNote(event.target.value)}
          className="w-full rounded border border-line bg-canvas px-2 py-1 hover:border-line-strong"
        />
      </div>
      <p className="text-muted text-small" aria-live="polite">
        {outcome} {mode === 'resolve' && inDefender ? 'Defender resolves the linked alerts too.' : null}
      </p>
      <div className="flex items-center justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        <Button tone="primary" type="submit">
          {mode === 'resolve' ? 'Resolve' : 'Save verdict'}
        </Button>
        <Kbd keys="Ctrl Enter" />
      </div>
    </form>
  );
}

export function ResolveDialog(props: ResolveDialogProps) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.mode === 'resolve' ? 'Resolve' : 'Verdict'}
      description={props.subject}
    >
      <Form {...props} />
    </Dialog>
  );
}

/**
 * What was it? Asked when an incident is resolved, or when only its verdict is to change.
 * `<ResolveDialog mode="resolve" subject="#12345 Multi-stage attack" systems={['defender', 'sentinel']} verdict={…} open={…} onOpenChange={…} onSubmit={(verdict) => …} preflight={<PreflightNotes …/>} />`
 * It says what each system will keep, because Microsoft's mapping between them loses words (lib/domain/incident/verdict.ts).
 * Outside of the note t, b, f and u choose the classification; Enter resolves.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { ClosingSides } from '@/components/vocabulary/closing-sides';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { classificationLetters, detailsOf, verdictOf } from '@/components/vocabulary/verdict-choice';
import {
  type Classification,
  classificationWords,
  determinationWord,
  reasonWord,
} from '@/components/vocabulary/verdict-words';
import type { Verdict } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';

/** A closing note is a few sentences; a report belongs into a comment, which takes ten times as much. */
const noteLimit = 3_000;

const keptAs = { incident: 'Kept with the incident.', alert: 'Kept as a comment of the alert.' } as const;

type ResolveDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  mode: 'resolve' | 'classify';
  /** Defender’s alert has no closing note: there the note becomes a comment. */
  of?: 'incident' | 'alert';
  /** Which incident, or how many: `#12345 Multi-stage attack`. Shown as text. */
  subject: string;
  systems: readonly System[];
  verdict: Verdict | null;
  /** Chosen already, by the key that opened the dialog. */
  classification?: Classification;
  /** What stands in the way of closing, shown before the question. */
  preflight?: ReactNode;
  onSubmit: (verdict: Verdict) => void;
};

function Choice({
  name,
  value,
  label,
  hint,
  letter,
  checked,
  onChoose,
}: {
  name: string;
  value: string;
  label: string;
  hint?: string;
  letter?: string;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="flex min-h-7 items-center gap-2 rounded-small px-1.5 hover:bg-hover has-checked:bg-selected">
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} className="accent-accent" />
      {label}
      {hint === undefined ? null : <span className="text-muted text-small">{hint}</span>}
      {letter === undefined ? null : (
        <span aria-hidden className="ml-auto">
          <Kbd keys={letter} exact />
        </span>
      )}
    </label>
  );
}

function Form(props: ResolveDialogProps & { formId: string }) {
  const { onOpenChange, mode, of = 'incident', systems, verdict, onSubmit, preflight, ...chosen } = props;
  const id = useId();
  const [classification, setClassification] = useState<Classification>(
    chosen.classification ?? verdict?.classification ?? 'truePositive',
  );
  const [detail, setDetail] = useState<string | null>(verdict?.determination ?? verdict?.reason ?? null);
  const [note, setNote] = useState(verdict?.comment ?? '');
  const inDefender = systems.includes('defender');
  const details = detailsOf(classification, systems);
  // The first detail is offered as chosen, in view; a detail of another classification does not go with this one.
  const offered = detail !== null && details.includes(detail) ? detail : (details[0] ?? null);
  const draft = verdictOf(classification, offered, note, systems);
  const chosenDetail = draft.determination ?? draft.reason;
  const submit = () => {
    onSubmit(draft);
    onOpenChange(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const writing = event.target instanceof HTMLTextAreaElement;
    const modified = event.ctrlKey || event.metaKey;
    const letter = classificationLetters.find((choice) => choice.letter === event.key);
    // The submitting button stands outside of the form, so Enter is not left to the browser.
    if (event.key === 'Enter' && (modified || !writing)) submit();
    else if (letter !== undefined && !modified && !event.altKey && !writing) setClassification(letter.classification);
    else return;
    event.preventDefault();
  };
  const form = useRef<HTMLFormElement>(null);
  // The dialog first takes the focus itself (and remembers whom to give it back to); then the question gets it.
  useEffect(() => {
    queueMicrotask(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus());
  }, []);
  return (
    <form
      ref={form}
      id={props.formId}
      className="grid gap-x-6 gap-y-3 sm:grid-cols-2"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {preflight === undefined ? null : <div className="sm:col-span-2">{preflight}</div>}
      <div className="flex flex-col gap-3">
        <fieldset>
          <legend className="mb-1 text-muted text-small">Classification</legend>
          {classificationLetters.map(({ classification: value, letter }) => (
            <Choice
              key={value}
              name={`${id}-classification`}
              value={value}
              label={classificationWords[value].name}
              letter={letter}
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
                  checked={chosenDetail === value}
                  onChoose={() => setDetail(value)}
                />
              ))}
            </div>
          </fieldset>
        )}
      </div>
      <div className="flex flex-col gap-3">
        <div>
          <label htmlFor={`${id}-note`} className="mb-1 block text-muted text-small">
            Closing note
          </label>
          <textarea
            id={`${id}-note`}
            value={note}
            aria-describedby={`${id}-kept`}
            maxLength={noteLimit}
            rows={4}
            onChange={(event) => setNote(event.target.value)}
            className="w-full rounded border border-line bg-canvas px-2 py-1 hover:border-line-strong"
          />
          <p id={`${id}-kept`} className="text-faint text-small">
            {systems.length === 2 ? 'One note, kept in both systems.' : keptAs[of]}
          </p>
        </div>
        <ClosingSides verdict={draft} systems={systems} closes={mode === 'resolve'} of={of} />
      </div>
    </form>
  );
}

export function ResolveDialog(props: ResolveDialogProps) {
  const formId = useId();
  const resolves = props.mode === 'resolve';
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={resolves ? 'Resolve' : 'Verdict'}
      description={<UntrustedText text={props.subject} />}
      wide
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId}>
            {resolves ? 'Resolve' : 'Save verdict'} <Kbd keys="Enter" />
          </Button>
        </>
      }
    >
      <Form {...props} formId={formId} />
    </Dialog>
  );
}

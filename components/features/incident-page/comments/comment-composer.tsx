/** Writes a comment. It leaves the field when it is safely stored; when it is not, the words stay, with the reason. */
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Incident } from '@/lib/domain/incident/incident';
import { useAddComment } from '@/lib/queries/comments';

/** https://learn.microsoft.com/azure/sentinel/incident-navigate-triage#comment-on-incidents */
const limit = 30_000;

function goesTo({ defender, sentinel }: Incident): string {
  if (defender === null) return 'Goes to Sentinel.';
  return sentinel === null ? 'Goes to Defender.' : 'Goes to Defender; Microsoft copies it to Sentinel.';
}

export function CommentComposer({
  incident,
  text,
  setText,
  field,
}: {
  incident: Incident;
  text: string;
  setText: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const id = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const add = useAddComment();
  const ready = text.trim() !== '' && text.trim().length <= limit;
  const send = () => {
    if (!ready) return;
    const words = text.trim();
    setText('');
    setFailure(null);
    add.mutate(
      { key: incident.key, text: words },
      {
        onError: (error) => {
          setFailure(error.message);
          // What was typed meanwhile is kept too.
          const typed = field.current?.value ?? '';
          setText(typed === '' ? words : `${words}\n\n${typed}`);
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="border-t bg-canvas px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className="mb-1 block text-muted text-small">
        Add a comment
      </label>
      <textarea
        id={id}
        ref={field}
        value={text}
        rows={3}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        aria-describedby={`${id}-note`}
        aria-invalid={text.length > limit}
        className="w-full max-w-3xl rounded border border-line bg-canvas px-2 py-1.5 hover:border-line-strong"
      />
      {failure === null ? null : (
        <p role="alert" className="text-danger">
          Not stored: <UntrustedText text={failure} /> Your words are still here.
        </p>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <Button tone="primary" type="submit" disabled={!ready}>
          Comment
        </Button>
        <Kbd keys="Ctrl Enter" />
        <p id={`${id}-note`} className={text.length > limit ? 'text-danger' : 'text-muted text-small'}>
          {text.length > limit - 2_000
            ? `${text.length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters`
            : goesTo(incident)}
        </p>
      </div>
    </form>
  );
}

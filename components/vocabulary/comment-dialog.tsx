/**
 * One comment on one or several incidents. `<CommentDialog subject="3 incidents" note="Goes to …" onSubmit={(text) => …} onClose={…} />`
 * Ctrl Enter sends. The words stay in the field until they were taken.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';

/** Both systems take 30,000 characters. https://learn.microsoft.com/azure/sentinel/incident-navigate-triage */
const mostCharacters = 30_000;

export function CommentDialog({
  subject,
  note,
  onSubmit,
  onClose,
}: {
  subject: string;
  note: string;
  onSubmit: (text: string) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  const submit = () => {
    if (!ready) return;
    onSubmit(text.trim());
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={
        <>
          Comment on <UntrustedText text={subject} />
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!ready} onClick={submit}>
            Comment <Kbd keys="Ctrl Enter" />
          </Button>
        </>
      }
    >
      <label htmlFor={id} className="mb-1 block text-muted text-small">
        {note}
      </label>
      <textarea
        id={id}
        // The dialog was opened to write into it.
        ref={(field) => field?.focus()}
        value={text}
        rows={5}
        maxLength={mostCharacters}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full rounded border border-line bg-canvas px-2 py-1.5 hover:border-line-strong"
      />
    </Dialog>
  );
}

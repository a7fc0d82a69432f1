/** The words of a task: of a new one, or of one that is being edited. */
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { longestTaskDescription, longestTaskTitle } from '@/lib/domain/incident/task';

export type TaskWords = { title: string; description: string | null };

export function TaskForm({
  label,
  act,
  words,
  onSubmit,
  onCancel,
}: {
  /** What is being done: `Add a task`. */
  label: string;
  act: string;
  words: TaskWords;
  onSubmit: (words: TaskWords) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const [title, setTitle] = useState(words.title);
  const [description, setDescription] = useState(words.description ?? '');
  const ready = title.trim() !== '';
  return (
    <form
      aria-label={label}
      className="flex max-w-2xl flex-col gap-2 px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit({ title: title.trim(), description: description.trim() || null });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {/* It appears because the analyst asked for it, so it takes the keyboard. */}
      <TextInput label="Task" showLabel value={title} onChange={setTitle} maxLength={longestTaskTitle} autoFocus />
      <div>
        <label htmlFor={id} className="mb-1 block text-muted text-small">
          Description (optional)
        </label>
        <textarea
          id={id}
          value={description}
          rows={3}
          maxLength={longestTaskDescription}
          onChange={(event) => setDescription(event.target.value)}
          className="w-full rounded border border-line bg-canvas px-2 py-1.5 hover:border-line-strong"
        />
      </div>
      <div className="flex gap-2">
        <Button tone="primary" type="submit" disabled={!ready}>
          {act}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

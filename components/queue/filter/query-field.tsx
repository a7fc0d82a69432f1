/** The text face of the filter: free words, conditions with completion, and what makes no sense in them. `/` comes here. */
'use client';
import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { useCompletion } from '@/components/queue/filter/use-completion';
import type { QueryDraft } from '@/components/queue/filter/use-query-draft';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { Completion, CompletionOffer, ValuesOf } from '@/lib/domain/queue/complete-query';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';

function CompletionList({
  id,
  offer,
  at,
  onPick,
}: {
  id: string;
  offer: CompletionOffer;
  at: number;
  onPick: (option: Completion) => void;
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="overlay-motion absolute top-full right-0 left-0 z-40 mt-1 max-h-80 min-w-72 overflow-y-auto rounded bg-raised p-1 shadow-overlay forced-colors:border"
    >
      {offer.options.map((option, index) => (
        <div
          key={option.insert}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          // The press must not take the focus out of the field.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(option);
          }}
          className={clsx(
            'flex h-7 items-center gap-2 rounded-small px-2 select-none hover:bg-hover',
            index === at && 'bg-pressed forced-colors:outline',
          )}
        >
          <span className={clsx('truncate', offer.field === null && 'font-mono text-[12px]')}>{option.label}</span>
          <span className="ml-auto truncate pl-3 text-faint text-small">{option.detail ?? option.count}</span>
        </div>
      ))}
    </div>
  );
}

export function QueryField<Row>({
  noun,
  draft,
  valuesOf,
  onLeave,
}: {
  noun: QueueNoun<Row>;
  draft: QueryDraft;
  valuesOf: ValuesOf;
  /** Back to the rows. */
  onLeave: () => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { value, problems, asText } = draft;
  const pick = (offer: CompletionOffer, option: Completion) => {
    const isField = offer.field === null;
    const text = `${value.slice(0, offer.from)}${option.insert}${isField ? '' : ' '}${value.slice(offer.to)}`;
    const caret = offer.from + option.insert.length + (isField ? 0 : 1);
    draft.type(text);
    completion.close();
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(caret, caret);
      if (isField) completion.look(text, caret);
    });
  };
  const completion = useCompletion(noun, valuesOf, pick);
  useShortcuts('Filter', [
    {
      keys: '/',
      does: 'Filter',
      run: () => {
        input.current?.focus();
        input.current?.select();
      },
    },
  ]);
  const leave = () => {
    completion.close();
    draft.commit();
    onLeave();
  };
  // What is still being typed, with a list of how it could go on, is no mistake yet.
  const [problem] = completion.offer === null ? problems : [];
  const listId = `${id}-list`;
  return (
    <div className={clsx('relative w-full', asText ? 'sm:flex-1' : 'sm:w-64')}>
      <Search aria-hidden className="pointer-events-none absolute top-[7px] left-2 size-3.5 text-faint" />
      <input
        ref={input}
        role="combobox"
        aria-label={`Filter ${noun.many}`}
        aria-expanded={completion.offer !== null}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={completion.at < 0 ? undefined : `${listId}-${completion.at}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        placeholder={asText ? 'severity:high -status:resolved' : 'Words, or field:value'}
        value={value}
        onChange={(event) => {
          draft.type(event.target.value);
          completion.look(event.target.value, event.target.selectionStart ?? event.target.value.length);
        }}
        onKeyDown={(event) => {
          if (completion.press(event)) return;
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            completion.look(value, event.currentTarget.selectionStart ?? value.length, true);
          }
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          event.preventDefault();
          leave();
        }}
        onBlur={() => {
          completion.close();
          draft.commit();
        }}
        autoComplete="off"
        spellCheck={false}
        className={clsx(
          'h-7 w-full rounded border bg-canvas pr-8 pl-7 hover:border-line-strong',
          asText && 'font-mono text-[12px]',
          problem !== undefined && 'border-danger',
        )}
      />
      <span className="absolute top-0.5 right-0.5 flex size-6 items-center justify-center">
        {value === '' ? (
          <Kbd keys="/" />
        ) : (
          <IconButton label="Clear text" icon={X} onClick={() => draft.type('')} className="size-6" />
        )}
      </span>
      {completion.offer === null ? (
        <span id={listId} hidden />
      ) : (
        <CompletionList
          id={listId}
          offer={completion.offer}
          at={completion.at}
          onPick={(option) => completion.offer !== null && pick(completion.offer, option)}
        />
      )}
      {problem === undefined ? null : (
        <p
          id={`${id}-problem`}
          role="status"
          className="absolute top-full right-0 left-0 z-30 mt-1 min-w-72 rounded bg-raised px-2 py-1.5 text-small shadow-overlay forced-colors:border"
        >
          <span className="text-danger">{value.slice(problem.from, problem.to)}</span> {problem.message}
          {problem.meant === undefined ? null : (
            <button
              type="button"
              className="ml-1 h-6 px-1 text-accent underline"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => draft.type(value.slice(0, problem.from) + (problem.meant ?? '') + value.slice(problem.to))}
            >
              {problem.meant}?
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** The list under the query bar: what could be typed next, and which of it the keyboard is on. */
'use client';
import { type KeyboardEvent, useState } from 'react';
import { type Completion, type CompletionOffer, completeQuery, type ValuesOf } from '@/lib/domain/queue/complete-query';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';

export type CompletionState = {
  offer: CompletionOffer | null;
  /** The option under the keyboard; -1 for none. */
  at: number;
  /** Looks again at what is offered for a text and the caret in it; `asked` when somebody wants to see all. */
  look: (text: string, caret: number, asked?: boolean) => void;
  close: () => void;
  /** True when the key was for the list. */
  press: (event: KeyboardEvent) => boolean;
};

export function useCompletion<Row>(
  noun: QueueNoun<Row>,
  valuesOf: ValuesOf,
  pick: (offer: CompletionOffer, option: Completion) => void,
): CompletionState {
  const [typed, setTyped] = useState<{ text: string; caret: number; asked: boolean; moved: number | null } | null>(
    null,
  );
  const close = () => setTyped(null);
  // Made while drawing and not when a key went down: counts are of the filter that the key made.
  const offer = typed && completeQuery(typed.text, typed.caret, noun.fields, valuesOf, typed.asked);
  // A value is wanted where a colon stands; a word may just be a word, so nothing is chosen for it.
  const at = typed?.moved ?? (offer?.field == null ? -1 : 0);
  const move = (to: number) => setTyped((before) => before && { ...before, moved: to });
  return {
    offer,
    at,
    look: (text, caret, asked = false) => setTyped({ text, caret, asked, moved: null }),
    close,
    press: (event) => {
      if (offer === null) return false;
      const last = offer.options.length - 1;
      const option = offer.options[at];
      if (event.key === 'ArrowDown') move(at >= last ? 0 : at + 1);
      else if (event.key === 'ArrowUp') move(at <= 0 ? last : at - 1);
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' || event.key === 'Tab') && option !== undefined) pick(offer, option);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

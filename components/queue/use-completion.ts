/** The list under the query bar: what could be typed next, and which of it the keyboard is on. */
'use client';
import { type KeyboardEvent, useState } from 'react';
import { type Completion, type CompletionOffer, completeQuery, type ValuesOf } from '@/lib/domain/queue/complete-query';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';

export type CompletionState = {
  offer: CompletionOffer | null;
  /** The option under the keyboard; -1 for none. */
  at: number;
  /** Looks again at what is offered for a text and the caret in it. */
  look: (text: string, caret: number) => void;
  close: () => void;
  /** True when the key was for the list. */
  press: (event: KeyboardEvent) => boolean;
};

export function useCompletion<Row>(
  noun: QueueNoun<Row>,
  valuesOf: ValuesOf,
  pick: (offer: CompletionOffer, option: Completion) => void,
): CompletionState {
  const [{ offer, at }, setState] = useState<{ offer: CompletionOffer | null; at: number }>({ offer: null, at: -1 });
  const close = () => setState({ offer: null, at: -1 });
  return {
    offer,
    at,
    look: (text, caret) => {
      const next = text === '' ? null : completeQuery(text, caret, noun.fields, valuesOf);
      // A value is wanted where a colon stands; a word may just be a word, so nothing is chosen for it.
      setState({ offer: next, at: next?.field == null ? -1 : 0 });
    },
    close,
    press: (event) => {
      if (offer === null) return false;
      const last = offer.options.length - 1;
      const option = offer.options[at];
      if (event.key === 'ArrowDown') setState({ offer, at: at >= last ? 0 : at + 1 });
      else if (event.key === 'ArrowUp') setState({ offer, at: at <= 0 ? last : at - 1 });
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' || event.key === 'Tab') && option !== undefined) pick(offer, option);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

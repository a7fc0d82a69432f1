/** A text that survives leaving the page: nobody writes a comment twice because of a click on another incident. */
import { useEffect, useState } from 'react';

/** Kept for this tab only; `key` names what the draft is for. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const name = `onequeue-draft-${key}`;
  const [text, setText] = useState('');
  useEffect(() => setText(sessionStorage.getItem(name) ?? ''), [name]);
  return [
    text,
    (next) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
    },
  ];
}

/** One act and its keys, which can be typed anew. A field and not a trap for key presses: speech input can fill it too. */
import { useState } from 'react';
import { holderOf, type KnownAct, typedKeys } from '@/components/features/settings/key-choice';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { type KeyMap, mappedKeys } from '@/components/ui/key-map';
import { TextInput } from '@/components/ui/text-input';

type Row = {
  act: KnownAct;
  acts: readonly KnownAct[];
  map: KeyMap;
  /** `''` takes the keys away. */
  onChoose: (keys: string) => void;
};

function KeyForm({ act, acts, map, onChoose, onStop }: Row & { onStop: () => void }) {
  const [text, setText] = useState('');
  const keys = typedKeys(text);
  const holder = keys === null ? null : holderOf(keys, act, acts, map);
  const choose = (chosen: string) => {
    onChoose(chosen);
    onStop();
  };
  return (
    <form
      className="flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (keys !== null) choose(keys);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onStop();
      }}
    >
      <TextInput
        // It appears because the analyst asked for it, so it takes the keyboard.
        autoFocus
        label={`New keys for “${act.does}”, one or two characters`}
        value={text}
        onChange={setText}
        maxLength={3}
        className="w-16"
      />
      <Button type="submit" size="small" disabled={keys === null}>
        {holder === null ? 'Use' : 'Swap'}
      </Button>
      <Button size="small" onClick={() => choose('')}>
        No key
      </Button>
      <Button size="small" tone="quiet" onClick={onStop}>
        Cancel
      </Button>
      <p role="status" className="w-full text-warning text-small empty:hidden">
        {holder === null ? '' : `That is “${holder.does}”, which would get the old key.`}
      </p>
    </form>
  );
}

export function KeyRow(props: Row) {
  const { act, map, onChoose } = props;
  const [editing, setEditing] = useState(false);
  const keys = mappedKeys(act.keys, map);
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-4 border-t py-1 first:border-t-0">
      <dt className="min-w-40 flex-1">{act.does}</dt>
      <dd className="flex flex-wrap items-center gap-2">
        {keys === '' ? <span className="text-faint text-small">no key</span> : <Kbd keys={keys} exact />}
        {editing ? (
          <KeyForm {...props} onStop={() => setEditing(false)} />
        ) : (
          <>
            {map[act.keys] === undefined ? null : (
              <Button
                size="small"
                tone="quiet"
                aria-label={`Reset keys of “${act.does}”`}
                onClick={() => onChoose(act.keys)}
              >
                Reset
              </Button>
            )}
            <Button size="small" aria-label={`Change keys of “${act.does}”`} onClick={() => setEditing(true)}>
              Change
            </Button>
          </>
        )}
      </dd>
    </div>
  );
}

/** Views: those that come with the console, one's own and shared ones; saving, sharing, and what the queue opens with. */
'use client';
import clsx from 'clsx';
import { Link2, Pin, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OpenView, StandingView } from '@/components/queue/use-queue-address';
import { noView } from '@/components/queue/use-queue-address';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import { showToast } from '@/components/ui/toast';
import type { SavedColumns, SavedView, SavedViews, ViewNoun } from '@/lib/domain/queue/saved-view';
import { visibleText } from '@/lib/domain/text/visible';
import { commandId } from '@/lib/queries/command-id';
import { useDefaultView, useRemoveView, useSaveView } from '@/lib/queries/views';

export type ViewsPanelProps = {
  noun: ViewNoun;
  /** What the queue is called without a view. */
  startName: string;
  view: OpenView | null;
  edited: boolean;
  standing: readonly StandingView[];
  saved: SavedViews | undefined;
  me: string | null;
  /** What would be saved now: filter, sort and grouping as an address, columns, zone. */
  state: () => { search: string; columns: SavedColumns | null; zone: 'utc' | 'local' };
  onOpen: (id: string | null) => void;
  close: () => void;
};

function failed(what: string) {
  return (error: Error) => showToast(what, { tone: 'error', detail: error.message });
}

function ViewLine({
  name,
  hint,
  open,
  isDefault,
  onOpen,
  onDefault,
  onRemove,
}: {
  name: string;
  hint: string;
  open: boolean;
  isDefault: boolean;
  onOpen: () => void;
  onDefault: () => void;
  onRemove?: (() => void) | undefined;
}) {
  return (
    <li className={clsx('flex items-center gap-0.5 rounded-small pr-1', open ? 'bg-selected' : 'hover:bg-hover')}>
      <button
        type="button"
        aria-current={open ? 'true' : undefined}
        onClick={onOpen}
        className="flex min-h-8 min-w-0 flex-1 flex-col items-start justify-center px-2 py-0.5 text-left"
      >
        <span className="max-w-full truncate">{name}</span>
        <span className="max-w-full truncate text-faint text-small">{hint}</span>
      </button>
      {onRemove === undefined ? null : (
        <IconButton label={`Remove ${name}`} icon={Trash2} onClick={onRemove} className="size-6" />
      )}
      <IconButton
        label={`Open the queue with ${name}`}
        icon={Pin}
        aria-pressed={isDefault}
        onClick={onDefault}
        className={clsx('size-6', isDefault ? 'text-accent' : 'text-faint')}
      />
    </li>
  );
}

function SaveForm({ panel, own }: { panel: ViewsPanelProps; own: SavedView | null }) {
  const { noun, state, onOpen, close } = panel;
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useSaveView();
  const store = (id: string, called: string, isShared: boolean) =>
    save.mutate(
      { id, noun, name: called, shared: isShared, ...state() },
      {
        onSuccess: () => {
          showToast(`View “${called}” saved`);
          onOpen(id);
          close();
        },
        onError: failed('The view could not be saved'),
      },
    );
  return (
    <form
      className="flex flex-col gap-2 border-t p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') store(commandId(), name.trim(), shared);
      }}
    >
      {own === null || !panel.edited ? null : (
        <Button
          size="small"
          tone="primary"
          disabled={save.isPending}
          onClick={() => store(own.id, own.name, own.shared)}
        >
          Save changes to “{visibleText(own.name)}”
        </Button>
      )}
      <div className="flex items-end gap-2">
        <TextInput
          label="Save as a new view"
          showLabel
          value={name}
          onChange={setName}
          maxLength={80}
          className="flex-1"
        />
        <Button type="submit" disabled={name.trim() === '' || save.isPending}>
          Save
        </Button>
      </div>
      <label className="flex min-h-6 items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
          className="accent-(--accent)"
        />
        Colleagues see it too
      </label>
      <p className="text-faint text-small">Filter, sort, grouping, columns and time zone, on every device.</p>
    </form>
  );
}

export function ViewsPanel(panel: ViewsPanelProps) {
  const { noun, startName, view, standing, saved, me, onOpen, close } = panel;
  const remove = useRemoveView();
  const makeDefault = useDefaultView();
  const chosen = saved?.defaults[noun] ?? null;
  const line = (id: string | null, name: string, hint: string, onRemove?: () => void) => (
    <ViewLine
      key={id ?? ''}
      name={visibleText(name)}
      hint={visibleText(hint)}
      open={(view?.id ?? null) === id}
      isDefault={chosen === id}
      onOpen={() => {
        // Without a view the queue would open with the default one.
        onOpen(id === null && chosen !== null ? noView : id);
        close();
      }}
      onDefault={() =>
        makeDefault.mutate(
          { noun, id: chosen === id ? null : id },
          { onError: failed('The default could not be stored') },
        )
      }
      onRemove={onRemove}
    />
  );
  const isOwn = ({ owner }: SavedView) => me !== null && owner.toLowerCase() === me.toLowerCase();
  return (
    <>
      <ul className="max-h-[50vh] overflow-y-auto p-1">
        {line(null, startName, 'What the console starts with')}
        {standing.map(({ id, name, hint }) => line(id, name, hint))}
        {saved?.views
          .filter((known) => known.noun === noun)
          .map((known) =>
            line(
              known.id,
              known.name,
              isOwn(known) ? (known.shared ? 'Yours, shared' : 'Yours') : `Shared by ${known.owner}`,
              isOwn(known)
                ? () =>
                    remove.mutate(known.id, {
                      onSuccess: () => {
                        if (view?.id === known.id) onOpen(null);
                      },
                      onError: failed('The view could not be removed'),
                    })
                : undefined,
            ),
          )}
      </ul>
      <div className="border-t p-1">
        <Button
          tone="quiet"
          size="small"
          icon={Link2}
          onClick={() => {
            void copyText(window.location.href).then((done) => {
              if (done) showToast('Link copied', { id: 'copied' });
            });
            close();
          }}
        >
          Copy a link to what is shown
        </Button>
      </div>
      <SaveForm panel={panel} own={view?.saved != null && isOwn(view.saved) ? view.saved : null} />
    </>
  );
}

/** Tags in view, and a small form that adds and removes an analyst's own. Those that Microsoft set stay. */
import { Plus, X } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { overlaySurface } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Capability } from '@/lib/domain/incident/capabilities';
import type { Tag } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

/** Tags in the header; the form shows all. */
const mostInView = 3;

type TagEditorProps = {
  tags: readonly Tag[];
  capability: Capability;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChange: (tags: Tag[]) => void;
};

function TagForm({ tags, capability, onChange }: TagEditorProps) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  const known = tags.some((tag) => tag.name.toLowerCase() === wanted.toLowerCase());
  if (!capability.allowed) return <p className="text-muted">{capability.reason}</p>;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '' || known) return;
        onChange([...tags, { name: wanted, origin: 'analyst' }]);
        setName('');
      }}
    >
      {tags.length === 0 ? null : (
        <ul aria-label="Tags of the incident">
          {tags.map((tag) => (
            <li key={`${tag.origin} ${tag.name}`} className="flex min-h-7 items-center justify-between gap-2">
              <span className="min-w-0 break-words">
                <UntrustedText text={tag.name} />
              </span>
              {tag.origin === 'system' ? (
                <span className="text-faint text-small">set by Microsoft</span>
              ) : (
                <IconButton
                  label={`Remove ${visibleText(tag.name)}`}
                  icon={X}
                  className="size-6"
                  onClick={() => onChange(tags.filter((other) => other !== tag))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <TextInput label="New tag" showLabel value={name} onChange={setName} maxLength={128} className="flex-1" />
        <Button type="submit" disabled={wanted === '' || known}>
          Add
        </Button>
      </div>
      {known && wanted !== '' ? <p className="text-muted">It has that tag already.</p> : null}
    </form>
  );
}

export function TagEditor(props: TagEditorProps) {
  const { tags, open, onOpenChange } = props;
  return (
    <span className="flex min-w-0 items-center gap-1">
      {tags.slice(0, mostInView).map((tag) => (
        <Badge key={`${tag.origin} ${tag.name}`} title={visibleText(tag.name)}>
          <span className="max-w-36 truncate">
            <UntrustedText text={tag.name} />
          </span>
        </Badge>
      ))}
      {tags.length > mostInView ? <span className="text-faint text-small">+{tags.length - mostInView}</span> : null}
      <Radix.Root open={open} onOpenChange={onOpenChange}>
        <Radix.Trigger asChild>
          <IconButton label="Edit tags" icon={Plus} keys="t" className="size-6" />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            aria-label="Tags"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            className={`${overlaySurface} w-72 max-w-[calc(100vw-16px)] p-3`}
          >
            <TagForm {...props} />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </span>
  );
}

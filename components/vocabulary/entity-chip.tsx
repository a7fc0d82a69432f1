/**
 * An entity by name, with its kind as picture and spoken word. `<EntityChip entity={entity} />`
 * Text only: an address in it is never a link. With `onPress` it is a toggle that stays pressed while `pressed`.
 */
import clsx from 'clsx';
import { EntityIcon } from '@/components/vocabulary/entity-icon';
import { entityWords } from '@/components/vocabulary/entity-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { Entity } from '@/lib/domain/entity/entity';
import { visibleText } from '@/lib/domain/text/visible';

type EntityChipProps = {
  entity: Pick<Entity, 'kind' | 'label'>;
  pressed?: boolean;
  onPress?: () => void;
  tabIndex?: number;
};

export function EntityChip({ entity, pressed = false, onPress, tabIndex }: EntityChipProps) {
  const content = (
    <>
      <EntityIcon kind={entity.kind} />
      <span className="sr-only">{entityWords[entity.kind].one} </span>
      <span className="truncate">
        <UntrustedText text={entity.label} />
      </span>
    </>
  );
  const look = 'inline-flex h-6 min-w-0 max-w-full items-center gap-1.5 rounded-small border px-1.5 text-small';
  const title = visibleText(entity.label);
  if (onPress === undefined) {
    return (
      <span className={look} title={title}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      title={title}
      aria-pressed={pressed}
      onClick={onPress}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      className={clsx(look, 'hover:bg-hover', pressed && 'border-accent bg-selected')}
    >
      {content}
    </button>
  );
}

/** One entity of the rule's alerts: what it is, and which column holds which of its identifiers. */
'use client';
import { Plus, Trash2, X } from 'lucide-react';
import { ChoiceList } from '@/components/features/rules/fields/choice-list';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { EntityMapping } from '@/lib/domain/rule/rule';
import { entityIdentifiers, mostFields, type RuleEntity, ruleEntities } from '@/lib/domain/rule/rule-entity';

type Field = EntityMapping['fields'][number];

const entityOptions = ruleEntities.map((value) => ({ value, label: value }));

/** What is chosen already stays to be chosen, whether we know of it or not. */
function optionsWith(values: readonly string[], chosen: string, missing: string): { value: string; label: string }[] {
  const known = values.map((value) => ({ value, label: value }));
  if (chosen === '') return [{ value: '', label: 'Choose a column' }, ...known];
  return values.includes(chosen) ? known : [{ value: chosen, label: `${chosen}${missing}` }, ...known];
}

export function MappingRow({
  mapping,
  columns,
  onChange,
  onRemove,
}: {
  mapping: EntityMapping;
  /** Of the query; null while they are not known. */
  columns: readonly string[] | null;
  onChange: (mapping: EntityMapping) => void;
  onRemove: () => void;
}) {
  const { entity, fields } = mapping;
  const identifiers: readonly string[] = entityIdentifiers[entity];
  const setField = (at: number, part: Partial<Field>) =>
    onChange({ entity, fields: fields.map((field, index) => (index === at ? { ...field, ...part } : field)) });
  const setEntity = (next: RuleEntity) => {
    const [first] = entityIdentifiers[next];
    onChange({ entity: next, fields: [{ identifier: first, column: fields[0]?.column ?? '' }] });
  };
  const unused = identifiers.find((identifier) => !fields.some((field) => field.identifier === identifier));
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t py-2.5 first:border-t-0">
      <ChoiceList aria-label="Entity" value={entity} options={entityOptions} onChange={setEntity} className="w-36" />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        {fields.map((field, at) => (
          <div key={field.identifier} className="flex min-w-0 flex-wrap items-center gap-1.5">
            <ChoiceList
              aria-label={`Identifier of ${entity}`}
              value={field.identifier}
              options={optionsWith(identifiers, field.identifier, '')}
              onChange={(identifier) => setField(at, { identifier })}
              className="w-40"
            />
            <ChoiceList
              aria-label={`Column for ${entity} ${field.identifier}`}
              value={field.column}
              options={optionsWith(columns ?? [], field.column, columns === null ? '' : ' (not in the query)')}
              onChange={(column) => setField(at, { column })}
              className="min-w-40 max-w-full flex-1 font-mono text-[12px]"
            />
            {fields.length > 1 ? (
              <IconButton
                label={`Remove ${field.identifier} of ${entity}`}
                icon={X}
                onClick={() => onChange({ entity, fields: fields.filter((_, index) => index !== at) })}
              />
            ) : null}
          </div>
        ))}
        {fields.length < mostFields && unused !== undefined ? (
          <div>
            <Button
              size="small"
              tone="quiet"
              icon={Plus}
              onClick={() => onChange({ entity, fields: [...fields, { identifier: unused, column: '' }] })}
            >
              Identifier
            </Button>
          </div>
        ) : null}
      </div>
      <IconButton label={`Remove ${entity}`} icon={Trash2} onClick={onRemove} />
    </li>
  );
}

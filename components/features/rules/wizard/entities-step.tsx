/** Which columns name users, devices, addresses …: suggested from the query, with a word about what is lost without. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { MappingRow } from '@/components/features/rules/wizard/mapping-row';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { RuleStep } from '@/lib/domain/rule/draft-problems';
import type { EntityMapping } from '@/lib/domain/rule/rule';
import { keyEntities, mostMappings, type RuleEntity, ruleEntities } from '@/lib/domain/rule/rule-entity';
import { suggestMappings } from '@/lib/domain/rule/suggest-mappings';
import { visibleText } from '@/lib/domain/text/visible';
import { ruleQueries } from '@/lib/queries/rules';

const entityPage = 'https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities';

function NobodyNamed() {
  return (
    <div className="overflow-hidden rounded border border-warning">
      <Banner tone="warning" title="This rule maps none of Account, IP and Host.">
        Its alerts name nobody: grouping by entities has nothing to compare, Defender’s correlation cannot connect them
        with what else happened to the same user, device or address, and an investigation has nowhere to start.{' '}
        <MicrosoftPage href={entityPage} />
      </Banner>
    </div>
  );
}

function Suggestions({
  suggested,
  onTake,
}: {
  suggested: readonly EntityMapping[];
  onTake: (mappings: readonly EntityMapping[]) => void;
}) {
  if (suggested.length === 0) return null;
  return (
    <section aria-label="Suggestions" className="flex flex-wrap items-center gap-1.5">
      <h3 className="text-muted">Suggested by the columns</h3>
      {suggested.map((mapping) => {
        const column = mapping.fields[0]?.column ?? '';
        return (
          <Button key={mapping.entity} icon={Plus} onClick={() => onTake([mapping])}>
            {mapping.entity}: <span className="max-w-48 truncate font-mono text-[12px]">{visibleText(column)}</span>
          </Button>
        );
      })}
      {suggested.length > 1 ? (
        <Button tone="quiet" onClick={() => onTake(suggested)}>
          Take all {suggested.length}
        </Button>
      ) : null}
    </section>
  );
}

/** A mapping is told apart by its place: another entity in it is the same row, and keeps the focus. */
const placed = (mappings: readonly EntityMapping[]) =>
  mappings.map((mapping, at) => ({ mapping, at, place: `mapping ${at + 1}` }));

/** Of an entity that is not mapped yet, if there is one. */
function freshMapping(mappings: readonly EntityMapping[]): EntityMapping {
  const free = [...keyEntities, ...ruleEntities].find((entity) => !mappings.some((known) => known.entity === entity));
  const identifiers: Partial<Record<RuleEntity, string>> = { IP: 'Address', Account: 'FullName', Host: 'FullName' };
  const entity = free ?? 'Account';
  return { entity, fields: [{ identifier: identifiers[entity] ?? 'Name', column: '' }] };
}

export function EntitiesStep({ form, onStep }: { form: RuleForm; onStep: (step: RuleStep) => void }) {
  const { logic } = form.draft;
  const { mappings } = logic;
  const check = useQuery(ruleQueries.check(logic));
  const answered = check.data?.kind === 'answered' ? check.data : null;
  const suggested = answered === null ? [] : suggestMappings(answered.columns, mappings);
  const named = mappings.some(({ entity }) => keyEntities.some((key) => key === entity));
  const complaint = form.complaint('mappings');
  const set = (next: readonly EntityMapping[]) => form.changeLogic({ mappings: next });
  const toLogic = (
    <Button size="small" onClick={() => onStep('logic')}>
      To the query
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        Say which column names whom or what. Alerts carry these entities; incidents are grouped and correlated by them.
      </p>
      {named ? null : <NobodyNamed />}
      {logic.query.trim() === '' ? (
        <Banner title="There is no query yet, so no columns to map." action={toLogic} />
      ) : check.isError ? (
        <Banner
          tone="error"
          title="The query’s columns could not be read."
          action={
            <Button size="small" onClick={() => void check.refetch()}>
              Try again
            </Button>
          }
        >
          {check.error.message}
        </Banner>
      ) : check.data?.kind === 'refused' ? (
        <Banner tone="error" title="The query does not run, so its columns are not known." action={toLogic}>
          <UntrustedText text={check.data.message} />
        </Banner>
      ) : null}
      <div role="status" className="text-muted empty:hidden">
        {check.isFetching && logic.query.trim() !== '' ? 'Reading the columns of the query …' : null}
      </div>
      <Suggestions suggested={suggested} onTake={(taken) => set([...mappings, ...taken].slice(0, mostMappings))} />
      <section aria-label="Mapped entities">
        {mappings.length === 0 ? (
          <p className="text-faint">Nothing is mapped.</p>
        ) : (
          <ul>
            {placed(mappings).map(({ mapping, place, at }) => (
              <MappingRow
                key={place}
                mapping={mapping}
                columns={answered?.columns.map(({ name }) => name) ?? null}
                onChange={(next) => set(mappings.map((known, index) => (index === at ? next : known)))}
                onRemove={() => set(mappings.filter((_, index) => index !== at))}
              />
            ))}
          </ul>
        )}
        {complaint === null ? null : <p className="text-danger">{complaint}</p>}
        {mappings.length < mostMappings ? (
          <Button className="mt-2" icon={Plus} onClick={() => set([...mappings, freshMapping(mappings)])}>
            Add entity
          </Button>
        ) : (
          <p className="text-muted">Sentinel takes {mostMappings} entities.</p>
        )}
      </section>
    </div>
  );
}

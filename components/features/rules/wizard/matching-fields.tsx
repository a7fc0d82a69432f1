/** What has to be the same for alerts to share an incident, when that is chosen piece by piece. */
'use client';
import { Tick } from '@/components/features/rules/fields/tick';
import type { RuleForm } from '@/components/features/rules/wizard/use-rule-form';
import { type AlertDetail, alertDetails } from '@/lib/domain/rule/rule';
import { visibleText } from '@/lib/domain/text/visible';

const detailWords: Readonly<Record<AlertDetail, string>> = { title: 'Name of the alert', severity: 'Severity' };

function toggled<Value>(values: readonly Value[], value: Value, checked: boolean): Value[] {
  return checked ? [...values.filter((one) => one !== value), value] : values.filter((one) => one !== value);
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-40">
      <legend className="mb-1 text-muted">{title}</legend>
      {children}
    </fieldset>
  );
}

export function MatchingFields({ form }: { form: RuleForm }) {
  const { mappings, grouping, customDetails } = form.draft.logic;
  const mapped = mappings.map(({ entity }) => entity);
  // What was chosen and is no longer mapped is shown, so that it can be unchosen.
  const entities = [...new Set([...mapped, ...grouping.entities])];
  const details = [...new Set([...Object.keys(customDetails), ...grouping.customDetails])];
  const complaint = form.complaint('selected');
  return (
    <div>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Group title="Entities">
          {entities.length === 0 ? <p className="text-warning">The rule maps none.</p> : null}
          {entities.map((entity) => (
            <Tick
              key={entity}
              label={mapped.includes(entity) ? entity : `${entity} (not mapped)`}
              checked={grouping.entities.includes(entity)}
              onChange={(checked) => form.changeGrouping({ entities: toggled(grouping.entities, entity, checked) })}
            />
          ))}
        </Group>
        <Group title="Alert details">
          {alertDetails.map((detail) => (
            <Tick
              key={detail}
              label={detailWords[detail]}
              checked={grouping.alertDetails.includes(detail)}
              onChange={(checked) =>
                form.changeGrouping({ alertDetails: toggled(grouping.alertDetails, detail, checked) })
              }
            />
          ))}
        </Group>
        {details.length === 0 ? null : (
          <Group title="Custom details">
            {details.map((detail) => (
              <Tick
                key={detail}
                label={visibleText(detail)}
                checked={grouping.customDetails.includes(detail)}
                onChange={(checked) =>
                  form.changeGrouping({ customDetails: toggled(grouping.customDetails, detail, checked) })
                }
              />
            ))}
          </Group>
        )}
      </div>
      {complaint === null ? null : <p className="mt-1 text-danger">{complaint}</p>}
    </div>
  );
}

import { describe, expect, it } from 'vitest';
import { entityGroups } from '@/components/features/incident-page/entities/entity-groups';
import { address, alex, sampleEntity, vault } from '@/components/features/incident-page/testing/sample-incident';

const maya = { ...alex, id: 'user:maya', label: 'maya.chen@contoso.com', facts: [] };

describe('entityGroups', () => {
  it('groups by kind in the order in which analysts ask, without empty groups', () => {
    const groups = entityGroups([sampleEntity(vault), sampleEntity(address), sampleEntity(alex)]);
    expect(groups.map((group) => group.kind)).toEqual(['user', 'ip', 'azureResource']);
  });

  it('puts the worst first, then what most alerts name, then the alphabet', () => {
    const groups = entityGroups([
      sampleEntity({ ...alex, id: 'a', label: 'a' }, { verdict: 'noThreatsFound' }),
      sampleEntity({ ...alex, id: 'c', label: 'c' }, { alertIds: ['1'] }),
      sampleEntity({ ...alex, id: 'b', label: 'b' }, { alertIds: ['1', '2'] }),
      sampleEntity({ ...alex, id: 'd', label: 'd' }, { verdict: 'malicious' }),
    ]);
    expect(groups[0]?.entities.map((entity) => entity.label)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('finds by name, by fact and by role, and all words must match', () => {
    const entities = [sampleEntity(alex, { roles: ['compromised'] }), sampleEntity(maya)];
    const found = (find: string) =>
      entityGroups(entities, find).flatMap((group) => group.entities.map(({ label }) => label));
    expect(found('MAYA')).toEqual(['maya.chen@contoso.com']);
    expect(found('alex johnson compromised')).toEqual(['alex.johnson@contoso.com']);
    expect(found('alex maya')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { tagChoices, withoutTag, withTag } from '@/components/features/incident-queue/acts/tag-changes';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';

const tags = (...names: string[]) => names.map((name) => ({ name, origin: 'analyst' as const }));
const one = incidentOf({ key: '1', tags: [...tags('Phish'), { name: 'Ransomware', origin: 'system' }] });
const two = incidentOf({ key: '2', tags: tags('phish', 'VIP') });
const three = incidentOf({ key: '3', tags: tags('Archive') });

test('tags of the incidents come first, with whether all or some have them; Microsoft’s are not offered', () => {
  expect(tagChoices([one, two], [one, two, three])).toEqual([
    { name: 'Phish', on: 'all' },
    { name: 'VIP', on: 'some' },
    { name: 'Archive', on: 'none' },
  ]);
});

test('adding twice and taking away what is not there are no changes', () => {
  expect(withTag(one, 'PHISH')).toBeNull();
  expect(withTag(one, 'VIP')?.map(({ name }) => name)).toEqual(['Phish', 'Ransomware', 'VIP']);
  expect(withoutTag(one, 'ransomware')).toBeNull();
  expect(withoutTag(one, 'phish')).toEqual([{ name: 'Ransomware', origin: 'system' }]);
});

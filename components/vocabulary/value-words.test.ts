import { expect, it } from 'vitest';
import { valueWords } from '@/components/vocabulary/value-words';

it.each([
  ['status', 'inProgress', 'In progress'],
  ['severity', 'high', 'High'],
  ['assignee', 'unassigned', 'Unassigned'],
  ['assignee', 'maya.chen@contoso.com', 'maya.chen@contoso.com'],
  ['verdict', 'falsePositive / InaccurateData', 'False positive · Inaccurate data'],
  ['verdict', 'truePositive / multiStagedAttack', 'True positive · Multi-staged attack'],
  ['verdict', 'not set', 'Not set'],
  ['verdict', 'somethingNew / other', 'somethingNew · Other'],
  ['alerts', '3', '3'],
])('%s %s reads %s', (field, text, expected) => {
  expect(valueWords(field, text)).toBe(expected);
});

import { expect, test } from 'vitest';
import { createUndoStack } from '@/components/features/incident-queue/acts/undo-stack';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';

test('an undo asks for the values from before, per incident and only for what was touched', () => {
  const undo = createUndoStack();
  const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };
  undo.remember('Assigned', [incidentOf({ key: '1' }), incidentOf({ key: '2', assignee: maya })], { assignee: null });
  expect(undo.pop()).toEqual({
    what: 'Assigned',
    changes: [
      { key: '1', changes: { assignee: null } },
      { key: '2', changes: { assignee: maya } },
    ],
  });
  expect(undo.pop()).toBeUndefined();
});

test('the last change is undone first', () => {
  const undo = createUndoStack();
  undo.remember('first', [incidentOf({ key: '1' })], { status: 'inProgress' });
  undo.remember('second', [incidentOf({ key: '1', status: 'inProgress' })], { status: 'resolved' });
  expect(undo.pop()?.changes).toEqual([{ key: '1', changes: { status: 'inProgress' } }]);
  expect(undo.pop()?.changes).toEqual([{ key: '1', changes: { status: 'new' } }]);
});

import { describe, expect, it } from 'vitest';
import {
  type IncidentTask,
  mergedTask,
  type TaskCommand,
  type TaskFields,
  taskObjection,
  withTaskCommands,
} from '@/lib/domain/incident/task';
import { plainCommand } from '@/lib/domain/incident/testing/plain-command';

const open: TaskFields = { title: 'Call the user', description: null, status: 'open' };
const done: TaskFields = { ...open, status: 'completed' };
const listed: IncidentTask = {
  ...open,
  id: 't1',
  createdAt: '2025-01-15T09:00:00.000Z',
  createdBy: 'Maya Chen',
  changedAt: null,
  changedBy: null,
  state: 'confirmed',
  removing: false,
  commandId: null,
  reason: null,
};

const sam = { name: 'sam@contoso.com', displayName: 'Sam Lee', objectId: null };

function command(id: string, change: Partial<TaskCommand['act']>, more: Partial<TaskCommand> = {}): TaskCommand {
  return plainCommand(
    { kind: 'task', taskId: 't1', before: open, wanted: done, ...change },
    { id, incidentKey: 'guid', by: sam, owner: 'sentinel', ...more },
  );
}
const refused = { state: 'refused', failure: { message: 'No.', retryable: false } } as const;

describe('tasks with what is under way', () => {
  it.each([
    ['a change is shown at once', [command('c', {})], [{ status: 'completed', state: 'pending', commandId: 'c' }]],
    [
      'a refused one leaves what Sentinel says',
      [command('c', {}, refused)],
      [{ status: 'open', state: 'refused', reason: 'No.' }],
    ],
    [
      'what is through is Sentinel’s to tell',
      [command('c', {}, { state: 'confirmed' })],
      [{ status: 'open', state: 'confirmed' }],
    ],
    [
      'the later of two counts',
      [command('c', {}, refused), command('d', {})],
      [{ status: 'completed', state: 'pending', commandId: 'd' }],
    ],
    ['one that goes is still there', [command('c', { wanted: null })], [{ removing: true, state: 'pending' }]],
    [
      'a new one is there before Sentinel has it',
      [command('c', { taskId: 't2', before: null, wanted: open })],
      [{ id: 't1' }, { id: 't2', createdAt: null, createdBy: 'Sam Lee', state: 'pending' }],
    ],
    ['one that was removed elsewhere is not painted back', [command('c', { taskId: 'gone' })], [{ id: 't1' }]],
  ] as const)('%s', (_, commands, expected) => {
    expect(withTaskCommands([listed], commands)).toMatchObject(expected);
  });
});

describe('somebody else at the same task', () => {
  const renamed = { ...open, title: 'Call the user and the manager' };
  it('keeps what both changed', () => {
    expect(mergedTask(renamed, { taskId: 't1', before: open, wanted: done })).toEqual({
      ...renamed,
      status: 'completed',
    });
    expect(taskObjection(renamed, { taskId: 't1', before: open, wanted: done })).toBeNull();
  });
  it.each([
    [
      'changed the same words',
      renamed,
      { ...open, title: 'Mail the user' },
      /title to “Call the user and the manager”/u,
    ],
    ['removed it', null, done, /removed the task/u],
    ['removed it, as was wanted', null, null, null],
    ['did the same', done, done, null],
    ['changed what shall go', renamed, null, /title/u],
  ] as const)('%s', (_, current, wanted, objection) => {
    const said = taskObjection(current, { taskId: 't1', before: open, wanted });
    if (objection === null) expect(said).toBeNull();
    else expect(said).toMatch(objection);
  });
});

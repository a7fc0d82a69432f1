// @vitest-environment happy-dom
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { AssigneeMenu } from '@/components/vocabulary/assignee-menu';

configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: '1' };
const sam = { name: 'sam.okoye@contoso.com', displayName: 'Sam Okoye', objectId: '2' };
const tier2 = { name: 'SOC Tier 2', displayName: null, objectId: null };

function show() {
  const onChange = vi.fn();
  render(
    <AssigneeMenu
      open
      trigger={<span />}
      value={null}
      me={maya}
      people={[maya, sam]}
      others={[sam, tier2]}
      onChange={onChange}
    />,
  );
  return { onChange, user: userEvent.setup() };
}
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

test('people first, then groups and others that the queue knows, each once', () => {
  show();
  const starts = ['Maya Chen', 'Nobody', 'Sam Okoye', 'SOC Tier 2'];
  expect(options().map((text) => starts.findIndex((start) => text?.startsWith(start)))).toEqual([0, 1, 2, 3]);
});

test('a group is found by its name, an address in which the letters only happen to be is not', async () => {
  const { onChange, user } = show();
  await user.type(screen.getByRole('combobox', { name: 'Assign to' }), 'soc');
  expect(options().at(0)).toContain('SOC Tier 2');
  expect(options().join()).not.toContain('Sam Okoye');
  await user.keyboard('{Enter}');
  expect(onChange).toHaveBeenCalledWith(tier2);
});

test('a text that names nobody can be kept as it is, and never comes before somebody who is found', async () => {
  const { onChange, user } = show();
  const field = screen.getByRole('combobox', { name: 'Assign to' });
  await user.type(field, 'sam');
  expect(options()[0]).toContain('Sam Okoye');
  await user.clear(field);
  await user.type(field, 'External IR team');
  await user.keyboard('{Enter}');
  expect(onChange).toHaveBeenCalledWith({ name: 'External IR team', displayName: null, objectId: null });
});

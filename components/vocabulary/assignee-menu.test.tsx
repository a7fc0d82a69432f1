// @vitest-environment happy-dom
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { AssigneeMenu } from '@/components/vocabulary/assignee-menu';

configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: '1' };
const sam = { name: 'sam.okoye@contoso.com', displayName: 'Sam Okoye', objectId: '2' };
const group = (name: string, displayName: string) => ({ name, displayName, objectId: name, isGroup: true as const });
const tier1 = group('soc-tier1@contoso.com', 'SOC Tier 1');
const tier2 = group('soc-tier2@contoso.com', 'SOC Tier 2');
const payments = group('Finance Payments', 'Finance Payments');
const partner = { name: 'Fabrikam on call', displayName: null, objectId: null };

function show(more: Partial<ComponentProps<typeof AssigneeMenu>> = {}) {
  const onChange = vi.fn();
  render(
    <AssigneeMenu
      open
      trigger={<span />}
      value={null}
      me={maya}
      people={[maya, sam]}
      groups={[tier1, tier2]}
      others={[sam, tier2, partner]}
      onChange={onChange}
      {...more}
    />,
  );
  return { onChange, user: userEvent.setup() };
}
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

test('people first, then groups, then others that the queue knows, each once', () => {
  show();
  const starts = ['Maya Chen', 'Nobody', 'Sam Okoye', 'Group SOC Tier 1', 'Group SOC Tier 2', 'Fabrikam on call'];
  expect(options().map((text) => starts.findIndex((start) => text?.startsWith(start)))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(screen.getAllByRole('group').map((section) => section.getAttribute('aria-labelledby'))).toHaveLength(2);
});

test('a group of the whole directory is asked for by what is typed, and offered however its letters stand', async () => {
  const onSearch = vi.fn();
  const { onChange, user } = show({ found: [tier2, payments], onSearch });
  await user.type(screen.getByRole('combobox', { name: 'Assign to' }), 'pay fin');
  expect(onSearch).toHaveBeenLastCalledWith('pay fin');
  expect(options()[0]).toContain('Finance Payments');
  await user.keyboard('{Enter}');
  expect(onChange).toHaveBeenCalledWith(payments);
});

test('groups that may not be read are no reason to hide people', () => {
  show({ groups: undefined, groupFailure: 'Missing application roles.' });
  expect(options().join()).toContain('Sam Okoye');
  expect(screen.getByRole('status').textContent).toBe('Groups could not be read: Missing application roles.');
});

test('a group is found by its name, an address in which the letters only happen to be is not', async () => {
  const { onChange, user } = show();
  await user.type(screen.getByRole('combobox', { name: 'Assign to' }), 'soc');
  expect(options().slice(0, 2).join()).toMatch(/SOC Tier 1.*SOC Tier 2/u);
  expect(options().join()).not.toContain('Sam Okoye');
  await user.keyboard('{ArrowDown}{Enter}');
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

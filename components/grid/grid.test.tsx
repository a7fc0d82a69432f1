// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Grid } from '@/components/grid/grid';
import type { GridColumn } from '@/components/grid/grid-column';
import { createGridCursor, type GridCursor } from '@/components/grid/grid-cursor';

type Fruit = { key: string; name: string; weight: number };

const drawn = vi.fn();
const columns: readonly GridColumn<Fruit>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 100,
    sortable: true,
    cell: (row): ReactNode => {
      drawn(row.key);
      return row.name;
    },
    text: (row) => row.name,
  },
  { id: 'weight', header: 'Weight', width: 80, cell: (row) => row.weight, text: (row) => String(row.weight) },
];

const fruits = (count: number): Fruit[] =>
  Array.from({ length: count }, (_, at) => ({ key: `k${at}`, name: `Fruit ${at}`, weight: at * 10 }));

const rowKey = (row: Fruit) => row.key;

/** happy-dom lays nothing out: every element is 400 px high, so 12 rows fit. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  drawn.mockClear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function SelectableFruit(props: {
  rows: Fruit[] | undefined;
  cursor: GridCursor;
  onOpen: (row: Fruit) => void;
  onSort: (columnId: string) => void;
}) {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  return (
    <Grid
      label="Fruit"
      rowKey={rowKey}
      columns={columns}
      selection={selection}
      onSelection={setSelection}
      empty={<p>No fruit</p>}
      {...props}
    />
  );
}

function setUp(...given: [] | [Fruit[] | undefined]) {
  const rows = given.length === 0 ? fruits(1_000) : given[0];
  const cursor = createGridCursor();
  const onOpen = vi.fn();
  const onSort = vi.fn();
  const ui = (shown: Fruit[] | undefined) => (
    <>
      <SelectableFruit rows={shown} cursor={cursor} onOpen={onOpen} onSort={onSort} />
    </>
  );
  const view = render(ui(rows));
  return { cursor, onOpen, onSort, user: userEvent.setup(), show: (shown: Fruit[]) => view.rerender(ui(shown)) };
}

const activeText = () => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.textContent ?? 'not in the page');
};

test('only rows in view are drawn, and the grid says how many there are', () => {
  setUp();
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
  expect(screen.getAllByRole('row').length).toBeLessThan(40);
  expect(screen.getByText('Fruit 3').closest('tr')?.getAttribute('aria-rowindex')).toBe('5');
});

test('arrows move the cursor, Enter opens the row under it', async () => {
  const { onOpen, user } = setUp();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(activeText()).toBe('Fruit 110');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(activeText()).toBe('10');
  await user.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ key: 'k1' }));
});

test('moving the cursor redraws two rows, not the table', async () => {
  const { user } = setUp();
  await user.tab();
  await user.keyboard('{ArrowDown}');
  drawn.mockClear();
  await user.keyboard('{ArrowDown}');
  expect(drawn.mock.calls.flat().toSorted()).toEqual(['k0', 'k1']);
});

test('the cursor stays on its row when rows come in above it and when the order changes', async () => {
  const { user, show } = setUp();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(activeText()).toBe('Fruit 110');
  show([{ key: 'fresh', name: 'Fresh', weight: 1 }, ...fruits(5).toReversed()]);
  expect(activeText()).toBe('Fruit 110');
  await user.keyboard('{ArrowDown}');
  expect(activeText()).toBe('Fruit 00');
});

test('ArrowUp from the first row reaches the header, where Enter sorts', async () => {
  const { onSort, user } = setUp();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(onSort).toHaveBeenCalledWith('name');
  await user.keyboard('{ArrowRight}{Enter}');
  expect(onSort).toHaveBeenCalledTimes(1);
});

test('Space selects the row under the cursor', async () => {
  const { user } = setUp();
  await user.tab();
  await user.keyboard('{ArrowDown} ');
  expect(screen.getByRole('row', { selected: true }).textContent).toContain('Fruit 0');
  await user.keyboard(' ');
  expect(screen.queryByRole('row', { selected: true })).toBeNull();
});

test('no rows show the empty state, rows on their way show skeletons', () => {
  setUp([]);
  expect(screen.getByText('No fruit')).toBeTruthy();
  cleanup();
  setUp(undefined);
  expect(screen.queryByText('No fruit')).toBeNull();
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
});

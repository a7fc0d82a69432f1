// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Grid } from '@/components/grid/grid';
import type { GridColumn } from '@/components/grid/grid-column';
import { createGridCursor, type GridCursor } from '@/components/grid/grid-cursor';
import { type GridLine, groupLineKey } from '@/components/grid/grid-line';

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

const rowOf = (name: string) => screen.getByText(name).closest('tr');

test('another order is drawn in the same elements, each with the names of its new row', () => {
  const { show } = setUp(fruits(200));
  const elements = () => screen.getAllByRole('row').slice(1);
  const before = elements();
  show(fruits(200).toReversed());
  // Those that nobody sees yet are drawn later, in new ones.
  const onScreen = elements().slice(0, 12);
  expect(onScreen.filter((row) => !before.includes(row))).toEqual([]);
  expect(elements()).toHaveLength(before.length);
  expect(elements().map((row) => row.getAttribute('aria-rowindex'))).toEqual(before.map((_, at) => String(at + 2)));
  expect(elements().map((row) => row.dataset.key)).toEqual(before.map((_, at) => `k${199 - at}`));
  expect(rowOf('Fruit 199')?.id).toMatch(/-row-k199$/);
});

test('a row that stays keeps its element when others come and go', () => {
  const { show } = setUp(fruits(200));
  const kept = rowOf('Fruit 5');
  show([...fruits(200).slice(90, 93), ...fruits(200).slice(4)]);
  expect(rowOf('Fruit 5')).toBe(kept);
});

function Buttons({ rows, onEdit }: { rows: Fruit[]; onEdit: (row: Fruit) => void }) {
  const [cursor] = useState(createGridCursor);
  return <Grid label="Fruit" rows={rows} rowKey={rowKey} columns={buttonColumns} cursor={cursor} onEdit={onEdit} />;
}

const buttonColumns: readonly GridColumn<Fruit>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 100,
    cell: (row) => (
      <button type="button" data-edit="name">
        {row.name}
      </button>
    ),
    text: (row) => row.name,
  },
];

test('a focused or pressed button never acts on the row that took its element', async () => {
  const onEdit = vi.fn();
  const view = render(<Buttons rows={fruits(3)} onEdit={onEdit} />);
  const user = userEvent.setup();
  const button = screen.getByRole('button', { name: 'Fruit 1' });
  await user.pointer({ keys: '[MouseLeft>]', target: button });
  expect(document.activeElement).toBe(button);
  view.rerender(<Buttons rows={fruits(9).slice(6)} onEdit={onEdit} />);
  expect(button.textContent).toBe('Fruit 7');
  expect(document.activeElement).toBe(screen.getByRole('grid'));
  await user.pointer({ keys: '[/MouseLeft]', target: button });
  expect(onEdit).not.toHaveBeenCalled();
  await user.click(button);
  expect(onEdit).toHaveBeenCalledWith(expect.objectContaining({ key: 'k7' }), 'name');
});

const linkColumn: GridColumn<Fruit> = {
  id: 'name',
  header: 'Name',
  width: 100,
  cell: (row) => (
    <a data-open href={`#${row.key}`}>
      {row.name}
    </a>
  ),
  text: (row) => row.name,
};
const linkColumns = [linkColumn];

test('a link opens its row as Enter does; with a key the browser follows it, and never that of a row that came under the pointer', () => {
  const onOpen = vi.fn();
  const cursor = createGridCursor();
  const grid = (rows: Fruit[]) => <Grid label="Fruit" {...{ rows, rowKey, cursor, onOpen }} columns={linkColumns} />;
  const view = render(grid(fruits(3)));
  const link = screen.getByRole('link', { name: 'Fruit 1' });
  // fireEvent answers whether the browser would go on to do what it does by itself.
  expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
  expect(onOpen).not.toHaveBeenCalled();
  expect(fireEvent.click(link)).toBe(false);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ key: 'k1' }));
  fireEvent.pointerDown(link);
  view.rerender(grid(fruits(9).slice(6)));
  expect(link.textContent).toBe('Fruit 7');
  expect(fireEvent.click(link)).toBe(false);
  expect(onOpen).toHaveBeenCalledTimes(1);
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

function GroupedFruit({ onToggle }: { onToggle: (key: string) => void }) {
  const [cursor] = useState(createGridCursor);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [rows] = useState(() => fruits(4));
  const heading = (name: string, members: Fruit[]): GridLine<Fruit> => ({
    kind: 'group',
    key: groupLineKey(name),
    level: 1,
    open: true,
    label: name,
    text: name,
    count: members.length,
    rowKeys: () => members.map(({ key }) => key),
  });
  const line = (row: Fruit): GridLine<Fruit> => ({ kind: 'row', key: row.key, row, level: 2 });
  const [light, heavy] = [rows.slice(0, 2), rows.slice(2)];
  return (
    <Grid
      label="Fruit"
      rows={rows}
      rowKey={rowKey}
      columns={columns}
      cursor={cursor}
      lines={[heading('Light', light), ...light.map(line), heading('Heavy', heavy), ...heavy.map(line)]}
      onToggleGroup={onToggle}
      selection={selection}
      onSelection={setSelection}
      expansion={{
        open,
        onToggle: (key) => setOpen(new Set([key])),
        heightOf: () => 96,
        render: (row) => `Story of ${row.name}`,
        label: (row) => row.name,
      }}
    />
  );
}

test('groups make a treegrid: levels, expanded headings, and what a row shows counts as a row', async () => {
  const onToggle = vi.fn();
  render(<GroupedFruit onToggle={onToggle} />);
  const user = userEvent.setup();
  const tree = screen.getByRole('treegrid', { name: 'Fruit' });
  expect(tree.getAttribute('aria-rowcount')).toBe('7');
  const heading = screen.getByText('Heavy').closest('tr');
  expect([heading?.getAttribute('aria-level'), heading?.getAttribute('aria-expanded')]).toEqual(['1', 'true']);
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowLeft}');
  expect(onToggle).toHaveBeenLastCalledWith(groupLineKey('Light'));
  await user.keyboard(' {ArrowDown}{ArrowDown}{ArrowLeft}');
  expect(tree.getAttribute('aria-activedescendant')).toContain('Light');
});

test('Shift and a press select all between, and a group selects its rows', async () => {
  render(<GroupedFruit onToggle={() => undefined} />);
  const user = userEvent.setup();
  await user.click(screen.getByText('Fruit 1'));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByText('Fruit 3'));
  await user.keyboard('{/Shift}');
  expect(screen.getAllByRole('row', { selected: true }).map((row) => row.dataset.key)).toEqual(['k1', 'k2', 'k3']);
});

test('a pinned column stands first and in place', async () => {
  const cursor = createGridCursor();
  render(<Grid label="Fruit" rows={fruits(3)} rowKey={rowKey} columns={columns} cursor={cursor} />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowRight}p');
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Weight', 'Name']);
  expect(screen.getAllByRole('columnheader')[0]?.style.left).toBe('var(--pin-0)');
  await user.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}p');
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Name', 'Weight']);
});

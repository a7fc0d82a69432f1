// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GridColumn, GridSort } from '@/components/grid/grid-column';
import { useColumnLayout } from '@/components/grid/use-column-layout';

type Fruit = { name: string };

const column = (id: string, more: Partial<GridColumn<Fruit>> = {}): GridColumn<Fruit> => ({
  id,
  header: id,
  width: 100,
  cell: ({ name }) => name,
  text: ({ name }) => name,
  ...more,
});

const columns = [
  column('name', { pinned: true, grow: true }),
  column('weight', { width: 80, minWidth: 60 }),
  column('origin', { hidden: true }),
  column('price', { grow: true }),
];

beforeEach(() => window.localStorage.clear());
afterEach(cleanup);

function setUp(sort: GridSort | null = null, storageKey: string | undefined = 'fruit') {
  const { result } = renderHook(() => useColumnLayout(columns, sort, storageKey));
  const shown = () => result.current.columns.map(({ id }) => id);
  return { result, shown };
}

test('as described: hidden columns are left out, pinned ones come first and do not grow', () => {
  const { result, shown } = setUp();
  expect(shown()).toEqual(['name', 'weight', 'price']);
  expect(result.current.template).toBe('100px 80px minmax(100px, 1fr)');
  expect([result.current.pinned, result.current.totalWidth, result.current.choice]).toEqual([1, 280, null]);
});

test('columns are hidden, shown, pinned and moved, and each change is remembered', () => {
  const { result, shown } = setUp();
  act(() => result.current.toggle('origin'));
  act(() => result.current.toggle('weight'));
  expect(shown()).toEqual(['name', 'origin', 'price']);
  act(() => result.current.pin('price'));
  expect(shown()).toEqual(['name', 'price', 'origin']);
  expect(result.current.pinOffsets).toEqual({ '--pin-0': '0px', '--pin-1': '100px' });
  act(() => result.current.shift('price', -1));
  expect(shown()).toEqual(['price', 'name', 'origin']);
  act(() => result.current.moveTo('origin', 'price'));
  act(() => result.current.pin('price'));
  act(() => result.current.pin('name'));
  expect(shown()).toEqual(['origin', 'price', 'name']);
  const again = setUp();
  expect(again.shown()).toEqual(['origin', 'price', 'name']);
  act(() => again.result.current.reset());
  expect(again.shown()).toEqual(['name', 'weight', 'price']);
  expect(window.localStorage.getItem('grid-fruit')).toBeNull();
});

test('a saved choice holds order, hidden, pinned and widths by the names of columns', () => {
  const { result } = setUp();
  act(() => result.current.resize('weight', 120.4));
  act(() => result.current.toggle('price'));
  expect(result.current.choice).toEqual({
    order: ['name', 'weight', 'origin', 'price'],
    hidden: ['origin', 'price'],
    pinned: ['name'],
    widths: { weight: 120 },
  });
});

test('the columns are the same array while a width is dragged, and no width falls below the least', () => {
  const { result } = setUp();
  const [before, start] = [result.current.columns, result.current];
  act(() => start.resize('price', 140));
  act(() => start.resize('weight', 12));
  expect(result.current.columns).toBe(before);
  expect([result.current.widthOf('price'), result.current.widthOf('weight')]).toEqual([140, 60]);
  expect(result.current.template).toBe('100px 60px 140px');
});

test('a column that a remembered order does not know stands behind the one it follows by default', () => {
  const { result, shown } = setUp();
  act(() =>
    result.current.restore({ order: ['price', 'name', 'gone'], hidden: ['gone'], pinned: ['gone'], widths: {} }),
  );
  expect(shown()).toEqual(['price', 'name', 'weight', 'origin']);
  expect(result.current.pinned).toBe(0);
});

test('the table says what rows are sorted by', () => {
  const { result } = setUp({ columnId: 'weight', direction: 'descending' });
  expect(['name', 'weight'].map(result.current.sortedBy)).toEqual([null, 'descending']);
});

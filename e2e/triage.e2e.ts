/**
 * A morning at the queue without the mouse: twenty incidents taken, judged and closed, two of them merged, an act
 * taken back.
 */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './journey';
import type { Stack } from './stack';

const grid = (page: Page) => page.getByRole('grid', { name: 'Incidents' }).or(page.getByRole('treegrid'));
const cursorRow = (page: Page) => page.locator('tr[data-cursor="true"]');
const defenderOnly = '/incidents?q=status:new%20system:defender%20updated:all%20assignee:unassigned';

async function keyUnderCursor(page: Page): Promise<string> {
  const key = await cursorRow(page).getAttribute('data-key');
  if (key === null) throw new Error('no row is under the cursor');
  return key;
}

async function openQueue(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('j');
  await expect(cursorRow(page)).toHaveCount(1);
}

const incident = z.looseObject({
  status: z.string(),
  classification: z.string().nullish(),
  assignedTo: z.string().nullish(),
});

async function inDefender(stack: Stack, key: string): Promise<z.infer<typeof incident>> {
  return incident.parse((await stack.tenant(`graph.microsoft.com/v1.0/security/incidents/${key}`)).body);
}

const listed = z.object({ value: z.array(z.looseObject({ id: z.string(), status: z.string() })) });

/** Three incidents that are new and nobody's, whatever the journeys before did, with a tag that no other one has. */
async function threeWith(stack: Stack, tag: string): Promise<void> {
  const { value } = listed.parse((await stack.tenant('graph.microsoft.com/v1.0/security/incidents?$top=50')).body);
  const chosen = value.filter(({ status }) => status === 'active' || status === 'resolved').slice(0, 3);
  expect(chosen).toHaveLength(3);
  for (const { id } of chosen) {
    const body = { status: 'active', assignedTo: null, customTags: [tag] };
    const { status } = await stack.tenant(`graph.microsoft.com/v1.0/security/incidents/${id}`, {
      method: 'PATCH',
      body,
    });
    expect(status).toBe(200);
  }
}

async function order(stack: Stack, fault: Record<string, unknown>): Promise<void> {
  expect((await stack.tenant('tenant.onequeue.test/faults', { method: 'POST', body: fault })).status).toBeLessThan(300);
}

test('twenty incidents with the keyboard alone', async ({ page, stack, check }) => {
  test.setTimeout(240_000);
  await openQueue(page, defenderOnly);
  const done: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const key = await keyUnderCursor(page);
    done.push(key);
    await page.keyboard.press('a');
    await page.keyboard.press('e');
    const letter = count % 2 === 0 ? 'f' : 'b';
    await page.keyboard.press(letter);
    // Two keys close at once when nothing is open; else the question comes with the class chosen.
    const dialog = page.getByRole('dialog', { name: 'Resolve' });
    await expect(async () => {
      if (await dialog.isVisible()) {
        // On a slow machine the second key may have come too late to belong to the first.
        await page.keyboard.press(letter);
        await page.keyboard.press('Control+Enter');
      }
      expect(await cursorRow(page).getAttribute('data-key')).not.toBe(key);
    }).toPass({ timeout: 20_000 });
  }
  expect(new Set(done).size).toBe(20);
  await check.axe(page);
  for (const [at, key] of done.entries()) {
    await expect
      .poll(() => inDefender(stack, key), { timeout: 90_000, message: `#${key} is closed in Defender` })
      .toMatchObject({
        status: 'resolved',
        assignedTo: 'maya.chen@contoso.com',
        classification: at % 2 === 0 ? 'falsePositive' : 'informationalExpectedActivity',
      });
  }
});

test('what was closed by mistake is taken back with u', async ({ page, stack }) => {
  await openQueue(page, `${defenderOnly}%20severity:low`);
  const key = await keyUnderCursor(page);
  await page.keyboard.press('v');
  await page.keyboard.press('h');
  await expect.poll(async () => (await inDefender(stack, key)).severity, { timeout: 30_000 }).toBe('high');
  await page.keyboard.press('u');
  await expect.poll(async () => (await inDefender(stack, key)).severity, { timeout: 30_000 }).toBe('low');
});

test('two incidents become one, after a look at what moves', async ({ page, stack, check }) => {
  await openQueue(page, `${defenderOnly}%20severity:medium`);
  const first = await keyUnderCursor(page);
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  const second = await keyUnderCursor(page);
  await page.keyboard.press('x');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Merge incidents' });
  await expect(dialog.getByText('Moves')).toBeVisible({ timeout: 30_000 });
  await check.axe(page);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => [(await inDefender(stack, first)).status, (await inDefender(stack, second)).status].sort(), {
      timeout: 60_000,
      message: 'one of the two was redirected',
    })
    .toContain('redirected');
});

test('a screen reader hears the rows in their order and how many there are', async ({ page }) => {
  await page.goto('/incidents');
  const rows = grid(page).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const count = Number(await grid(page).getAttribute('aria-rowcount'));
  const indexes = await rows.evaluateAll((found) => found.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(indexes).toEqual([...indexes].sort((left, right) => left - right));
  expect(indexes[0]).toBe(1);
  expect(count).toBeGreaterThanOrEqual(indexes.length);
  // Whatever the journeys before this one have closed: what is typed leaves fewer rows, and their number is said.
  const said = async () =>
    Number(
      /^(\d+) of \d+ incidents$/.exec((await page.locator('[aria-live="polite"].sr-only').textContent()) ?? '')?.[1],
    );
  await expect.poll(said).toBeGreaterThan(0);
  const before = await said();
  await page.keyboard.press('/');
  await page.keyboard.type('no incident has this title');
  await expect.poll(said).toBe(0);
  expect(before).toBeLessThan(count);
});

test('many are closed at once, and the one that was refused says so and is sent again', async ({
  page,
  stack,
  check,
}) => {
  test.setTimeout(120_000);
  await threeWith(stack, 'closed-together');
  await page.goto('/incidents?q=tag:closed-together%20status:new%20updated:all');
  // All three before the cursor is set: what comes later waits.
  await expect(grid(page).getByRole('row')).toHaveCount(4);
  await page.keyboard.press('j');
  await expect(cursorRow(page)).toHaveCount(1);
  const refused = await keyUnderCursor(page);
  await order(stack, {
    host: 'graph.microsoft.com',
    path: `security/incidents/${refused}`,
    method: 'PATCH',
    status: 409,
    code: 'Conflict',
    message: 'The incident is being moved.',
    count: 1,
  });
  await page.keyboard.press('X');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Resolve' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('f');
  await page.keyboard.press('Control+Enter');
  const failures = page.getByRole('region', { name: 'What was not changed' });
  await expect(failures).toContainText('Conflict: The incident is being moved', { timeout: 60_000 });
  await check.axe(page);
  const again = failures.getByRole('button', { name: /try again/i });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await inDefender(stack, refused)).status, { timeout: 60_000 }).toBe('resolved');
});

const told = z.object({
  result: z.object({
    data: z.object({ entries: z.array(z.object({ what: z.string(), commandId: z.string().nullable() })) }),
  }),
});
const known = z.object({
  result: z.object({
    data: z.object({
      incidents: z.array(z.object({ key: z.string(), assignee: z.object({ name: z.string() }).nullable() })),
    }),
  }),
});

/** How many commands of the console the history of an incident knows about a field. */
async function commandsUpon(stack: Stack, key: string, what: string): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ key }));
  const reply = told.parse(await (await fetch(`${stack.consoleUrl}/api/rpc/incidents.history?input=${input}`)).json());
  const { entries } = reply.result.data;
  return new Set(entries.flatMap((entry) => (entry.what === what ? (entry.commandId ?? []) : []))).size;
}

test('what is done without a connection waits in the browser, and is sent once and in order (O14)', async ({
  page,
  context,
  stack,
  check,
}) => {
  test.setTimeout(240_000);
  await threeWith(stack, 'no-connection');
  await page.goto('/incidents?q=tag:no-connection%20updated:all&sort=id');
  const rows = page.locator('tr[data-key]');
  // All of them before the cursor is set: under it, what comes later waits.
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('j');
  const [first = '', second = '', third = ''] = await rows.evaluateAll((all) =>
    all.map((row) => row.getAttribute('data-key') ?? ''),
  );
  const rowOf = (key: string) => page.locator(`tr[data-key="${key}"]`);
  // Journeys before this one may have acted upon the same incidents.
  const counted = [
    { key: first, what: 'assignee', more: 1 },
    { key: second, what: 'assignee', more: 1 },
    { key: second, what: 'severity', more: 1 },
    { key: third, what: 'assignee', more: 0 },
  ];
  const counts = () => Promise.all(counted.map(({ key, what }) => commandsUpon(stack, key, what)));
  const before = await counts();

  // The console hears of it and its answer is lost: said twice with one id, it is one act.
  await page.route('**/api/rpc/incidents.changeMany', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const saidAgain = page.waitForResponse(/\/api\/rpc\/incidents\.change$/);
  expect(await keyUnderCursor(page)).toBe(first);
  await page.keyboard.press('a');
  await expect.poll(async () => (await inDefender(stack, first)).assignedTo).toBe('maya.chen@contoso.com');
  await saidAgain;
  await expect(rowOf(first)).not.toContainText('Waiting for connection');
  await page.unroute('**/api/rpc/incidents.changeMany');

  await expect(page.getByRole('complementary', { name: `Incident #${first}` })).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  const isLow = (await rowOf(second).textContent())?.includes('Low') === true;
  await page.keyboard.press('v');
  await page.keyboard.press(isLow ? 'h' : 'l');
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await expect(rowOf(second)).toContainText('Waiting for connection');
  await expect(rowOf(second)).toContainText(isLow ? 'High' : 'Low');
  await expect(rowOf(third)).toContainText('Waiting for connection');
  await expect(page.getByRole('alert').filter({ hasText: '3 changes are kept in this browser' })).toBeVisible();
  await check.axe(page);
  await page.close();

  // Meanwhile somebody else takes the third, and the console has seen it.
  const taken = { method: 'PATCH', body: { assignedTo: 'sam.okoye@contoso.com' } };
  expect((await stack.tenant(`graph.microsoft.com/v1.0/security/incidents/${third}`, taken)).status).toBe(200);
  await expect
    .poll(
      async () => {
        const { result } = known.parse(await (await fetch(`${stack.consoleUrl}/api/rpc/incidents.list`)).json());
        return result.data.incidents.find(({ key }) => key === third)?.assignee?.name;
      },
      { timeout: 60_000 },
    )
    .toBe('sam.okoye@contoso.com');
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto('/incidents');
  await expect
    .poll(() => inDefender(stack, second), { timeout: 60_000 })
    .toMatchObject({ assignedTo: 'maya.chen@contoso.com', severity: isLow ? 'high' : 'low' });
  // What could not be done is said, and stays to be read.
  await expect(again.getByRole('alert').filter({ hasText: `#${third}` })).toContainText('assignee not changed');
  await again.getByRole('button', { name: /^Changes to my incidents/ }).click();
  const notice = again.getByRole('link', { name: new RegExp(`#${third}`) }).filter({ hasText: 'assignee not changed' });
  await expect(notice).toContainText('sam.okoye@contoso.com');
  expect((await inDefender(stack, third)).assignedTo).toBe('sam.okoye@contoso.com');
  expect(await counts()).toEqual(counted.map(({ more }, at) => (before[at] ?? 0) + more));
  await expect(again.getByText('kept in this browser')).toBeHidden();
});

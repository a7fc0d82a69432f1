/**
 * The yardstick: a plain ag-grid-community page over the same rows, as somebody would write it from its quick start,
 * with the queue's columns and a quick filter, but without its animation. It lives in memory; nothing of it is served.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Incident } from '@/lib/domain/incident/incident';

const bundle = 'node_modules/ag-grid-community/dist/ag-grid-community.min.js';

const html = `<!doctype html><title>yardstick</title>
<style>html,body{height:100%;margin:0}body{display:flex;flex-direction:column}#grid{flex:1}</style>
<input id="filter" aria-label="Filter"><div id="grid"></div>`;

/** The same fifteen values that our columns show. */
const rowOf = (incident: Incident) => ({
  severity: incident.severity,
  key: incident.key,
  title: incident.title,
  status: incident.status,
  assignee: incident.assignee?.displayName ?? incident.assignee?.name ?? '',
  products: incident.products.join(', '),
  alertCount: incident.alertCount,
  tactics: incident.tactics.join(', '),
  priorityScore: incident.priorityScore,
  updatedAt: incident.updatedAt,
  system: [incident.defender && 'Defender', incident.sentinel && 'Sentinel'].filter(Boolean).join(' + '),
  sync: Object.keys(incident.sync).length === 0 ? 'In step' : 'Changing',
});

/** Puts the grid on the page and answers when its first rows are there. */
export async function showOtherGrid(page: Page, incidents: readonly Incident[]): Promise<void> {
  await page.setContent(html);
  await page.addScriptTag({ content: await readFile(bundle, 'utf8') });
  await page.evaluate((rows) => {
    const { createGrid, ModuleRegistry, AllCommunityModule } = window.agGrid;
    ModuleRegistry.registerModules([AllCommunityModule]);
    const names = Object.keys(rows[0] ?? {});
    const api = createGrid(document.getElementById('grid'), {
      rowData: rows,
      columnDefs: names.map((name) => ({
        field: name,
        ...(name === 'title' ? { flex: 1, minWidth: 260 } : { width: 120 }),
      })),
      rowHeight: 32,
      headerHeight: 32,
      // Its rows glide to their places for half a second otherwise: it is measured at its quickest.
      animateRows: false,
    });
    document.getElementById('filter')?.addEventListener('input', (event) => {
      if (event.target instanceof HTMLInputElement) api.setGridOption('quickFilterText', event.target.value);
    });
  }, incidents.map(rowOf));
  await page.locator('[role="gridcell"]').first().waitFor();
}

/** The part of ag-grid's bundle that the page uses. */
type OtherGrid = {
  createGrid: (
    element: HTMLElement | null,
    options: Record<string, unknown>,
  ) => { setGridOption: (name: string, value: unknown) => void };
  ModuleRegistry: { registerModules: (modules: readonly unknown[]) => void };
  AllCommunityModule: unknown;
};

declare global {
  interface Window {
    agGrid: OtherGrid;
  }
}

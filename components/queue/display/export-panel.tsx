/** In which form the shown rows are saved. */
'use client';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { serverNow } from '@/lib/queries/server-clock';

function save(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function ExportPanel({
  many,
  count,
  csv,
  json,
  close,
}: {
  many: string;
  count: number;
  csv: () => Promise<string>;
  json: () => Promise<string>;
  close: () => void;
}) {
  const as = async (form: 'csv' | 'json') => {
    const name = `${many}-${serverNow().toISOString().slice(0, 16).replaceAll(':', '')}Z.${form}`;
    save(await (form === 'csv' ? csv() : json()), form === 'csv' ? 'text/csv;charset=utf-8' : 'application/json', name);
    showToast(`${count.toLocaleString('en')} ${many} saved as ${name}`);
    close();
  };
  const start = (form: 'csv' | 'json') => () => {
    as(form).catch((error: unknown) =>
      showToast('The file could not be made', {
        tone: 'error',
        detail: error instanceof Error ? error.message : String(error),
      }),
    );
  };
  return (
    <>
      <p className="mb-2 text-muted">
        {count.toLocaleString('en')} {many} as filtered and sorted, times in ISO 8601 UTC. Cells that a spreadsheet
        would run as formulas are made text.
      </p>
      <div className="flex gap-2">
        <Button onClick={start('csv')}>CSV, shown columns</Button>
        <Button onClick={start('json')}>JSON, all</Button>
      </div>
    </>
  );
}

/**
 * Microsoft's Kusto parser in a worker of its own: 4 MB of script and tens of milliseconds per check stay off the
 * thread that paints.
 */
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage } from '@/lib/kql/language';
import { createKustoQueue } from './kusto-queue';
import type { FromWorker, ToWorker } from './protocol';

const post = (message: FromWorker) => self.postMessage(message);

const receive = createKustoQueue({
  tables: catalogue(),
  createLanguage(tables) {
    const language = createLanguage(tables);
    // The first questions cost several times a later one, so they are asked before anyone waits for them.
    const sample = 'DeviceInfo | where Timestamp > ago(1h) | summarize count() by DeviceName | ';
    language.diagnose(sample);
    language.complete(sample, sample.length);
    language.classify(sample);
    return language;
  },
  post,
  defer: (work) => setTimeout(work, 0),
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => receive(event.data));
post({ ready: true });

/**
 * A console's process that has loaded its code and waits for a word before it opens anything: a test that restarts a
 * server ten times would otherwise spend its time on loading modules.
 */
import '@/lib/hub/create-hub';
import '@/lib/rpc/serve';
import '@/lib/store/store';
import '@/lib/upstream/upstream';

process.stdout.write('LOADED\n');
process.stdin.once('data', () => {
  import('@/e2e/contract/console-child').catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});

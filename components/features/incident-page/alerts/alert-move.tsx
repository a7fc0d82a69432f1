/** Moves an alert into another incident, named by any of its ids, or into one of its own. Only Defender can. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { TextInput } from '@/components/ui/text-input';
import { showToast } from '@/components/ui/toast';
import type { Alert } from '@/lib/domain/alert/alert';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';
import { useMoveAlerts } from '@/lib/queries/regroup';

function MoveForm({ alert, from, onDone }: { alert: Alert; from: string; onDone: () => void }) {
  const client = useQueryClient();
  const move = useMoveAlerts();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const wanted = text.trim();
  const send = (to: string | null) =>
    move.mutate(
      { from, alertIds: [alert.id], to },
      {
        onSuccess: () => {
          showToast(to === null ? 'The alert gets an incident of its own' : `The alert goes to #${to}`, {
            detail: 'Defender does it in a moment. Moving it again takes it back.',
          });
          onDone();
        },
        onError: (error) => setFailure(error.message),
      },
    );
  const find = async () => {
    setFailure(null);
    try {
      const reply = await client.fetchQuery(incidentQueries.resolve(wanted));
      if (reply.kind === 'unknown') return setFailure(`There is no incident ${wanted}.`);
      const to = reply.kind === 'found' ? reply.key : reply.to;
      if (to === from) return setFailure('It is in this incident already.');
      send(to);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form
      className="flex w-72 max-w-full flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') void find();
      }}
    >
      <TextInput label="Id of the incident" showLabel value={text} onChange={setText} maxLength={2_000} />
      {failure === null ? null : (
        <p role="alert" className="text-danger">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" disabled={wanted === '' || move.isPending}>
          Move
        </Button>
        <Button disabled={move.isPending} onClick={() => send(null)}>
          Into a new incident
        </Button>
      </div>
    </form>
  );
}

/** Absent where the incident forbids it: the list of alerts says why. */
export function AlertMove({ alert, incident }: { alert: Alert; incident: Incident }) {
  if (!incidentCan.moveAlerts(incident).allowed || !alert.systems.includes('defender')) return null;
  return (
    <div>
      <Popover trigger={<Button size="small">Move to another incident</Button>} label="Move the alert" className="p-3">
        {(close) => <MoveForm alert={alert} from={incident.key} onDone={close} />}
      </Popover>
    </div>
  );
}

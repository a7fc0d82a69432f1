/** Tasks of Sentinel incidents: the writer chooses the name, and may edit and delete. */
import { HttpResponse, http } from 'msw';
import { sentinelTaskRequest } from '@/lib/wire/sentinel/task';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale, sentinelIncidentOr404 } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import { sentinelTaskFace } from '@/mocks/store/faces/sentinel-task-face';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { SentinelTaskRecord } from '@/mocks/store/records/sentinel-resource-records';

const root = `${securityInsightsPath}/incidents/:incident/tasks`;
/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
const mostTasks = 40;
const longestTitle = 150;
const longestDescription = 3000;

const tasksOf = (record: SentinelIncidentRecord): readonly SentinelTaskRecord[] => record.tasks ?? [];
const taskNamed = (record: SentinelIncidentRecord, name: string): SentinelTaskRecord | undefined =>
  tasksOf(record).find((task) => task.name.toLowerCase() === name.toLowerCase());

function refuseOutsize(name: string, text: string, longest: number): void {
  if (text.length > longest) {
    throw new Refusal(400, 'BadRequest', `Property '${name}' must not be longer than ${longest} characters.`);
  }
}

export const sentinelTaskHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$top', '$skiptoken']);
    const record = sentinelIncidentOr404(store, String(params.incident));
    return HttpResponse.json(armPage(request, options, tasksOf(record), (task) => sentinelTaskFace(record.name, task)));
  }),

  http.get(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const task = taskNamed(record, String(params.name));
    if (!task) throw new Refusal(404, 'NotFound', `Task with id '${String(params.name)}' was not found.`);
    return HttpResponse.json(sentinelTaskFace(record.name, task));
  }),

  http.put(`${root}/:name`, async ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const name = String(params.name);
    const { etag, properties } = await parsedBody(request, sentinelTaskRequest, 'BadRequest');
    if (properties.title.trim() === '') throw new Refusal(400, 'BadRequest', "Property 'title' must not be empty.");
    refuseOutsize('title', properties.title, longestTitle);
    refuseOutsize('description', properties.description ?? '', longestDescription);
    const author = currentAuthor();
    const by = { kind: 'caller', name: author.name } as const;
    const at = store.clock.iso();
    const known = taskNamed(record, name);
    if (known) refuseStale(etag, etagOf(known.revision, known.updatedAt), known.name);
    else if (tasksOf(record).length >= mostTasks) {
      throw new Refusal(400, 'BadRequest', `An incident can have at most ${mostTasks} tasks.`);
    }
    const task: SentinelTaskRecord = {
      name: known?.name ?? name,
      title: properties.title,
      description: properties.description ?? null,
      status: properties.status,
      createdAt: known?.createdAt ?? at,
      createdBy: known?.createdBy ?? author,
      updatedAt: at,
      updatedBy: author,
      revision: (known?.revision ?? 0) + 1,
    };
    const tasks = tasksOf(record);
    store.sentinelIncidents.setTasks(
      record,
      known ? tasks.map((other) => (other === known ? task : other)) : [...tasks, task],
      by,
    );
    return HttpResponse.json(sentinelTaskFace(record.name, task), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:name`, ({ request, params }) => {
    armRequest(request, params);
    const record = sentinelIncidentOr404(store, String(params.incident));
    const known = taskNamed(record, String(params.name));
    if (!known) return new HttpResponse(null, { status: 204 });
    const rest = tasksOf(record).filter((task) => task !== known);
    store.sentinelIncidents.setTasks(record, rest, { kind: 'caller', name: currentAuthor().name });
    return new HttpResponse(null, { status: 200 });
  }),
];

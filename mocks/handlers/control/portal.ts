/**
 * Somebody else at work in one of Microsoft's portals: changes, comments on or deletes an incident on one side, so that
 * the other side, and whoever looks at both, hears of it as they would. Never called by the console.
 */
import { HttpResponse, http } from 'msw';
import { z } from 'zod';
import { guidOf } from '@/lib/base/random';
import { graphIncidentUpdate } from '@/lib/wire/graph-security/incident';
import {
  type SentinelOwner,
  sentinelClassificationReasons,
  sentinelClassifications,
  sentinelIncidentSeverities,
  sentinelIncidentStatuses,
} from '@/lib/wire/sentinel/incident';
import { incidentOr404 } from '@/mocks/handlers/graph-security/incident';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { refuseUnknownMembers } from '@/mocks/handlers/manners/newer-members';
import { present } from '@/mocks/handlers/manners/present';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { Directory, Person } from '@/mocks/store/directory';
import type { Actor } from '@/mocks/store/events';
import { noOwner } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

const url = 'https://tenant.onequeue.test/portal';

const common = {
  /** The principal name of whoever it is; the first of the SOC without one. */
  as: z.string().optional(),
  comment: z.string().min(1).optional(),
};
const inDefender = z.strictObject({
  ...common,
  in: z.literal('defender'),
  /** Defender's id. */
  incident: z.string(),
  change: graphIncidentUpdate.optional(),
});
const inSentinel = z.strictObject({
  ...common,
  in: z.literal('sentinel'),
  /** The ARM name, or Defender's id of its twin. */
  incident: z.string(),
  change: z
    .strictObject({
      title: z.string(),
      severity: z.enum(sentinelIncidentSeverities),
      status: z.enum(sentinelIncidentStatuses),
      classification: z.enum(sentinelClassifications).nullable(),
      classificationReason: z.enum(sentinelClassificationReasons).nullable(),
      classificationComment: z.string().nullable(),
      /** A principal name; null for nobody. */
      owner: z.string().nullable(),
      labels: z.array(z.string()),
    })
    .partial()
    .optional(),
  delete: z.literal(true).optional(),
});
const body = z.discriminatedUnion('in', [inDefender, inSentinel]);

function personOr404(store: Store, upn: string): Person {
  const person = store.directory.byUpn(upn);
  if (!person) throw new Refusal(404, 'NotFound', `Nobody called '${upn}' is in the directory.`);
  return person;
}

/** A person by UPN, or a group by address or name. */
function ownerOr404(directory: Directory, name: string): Required<SentinelOwner> {
  const owner = directory.ownerNamed(name);
  if (!owner) throw new Refusal(404, 'NotFound', `Nobody called '${name}' is in the directory.`);
  return owner;
}

function actInDefender(store: Store, wanted: z.infer<typeof inDefender>, by: Actor): unknown {
  const record = incidentOr404(store, wanted.incident);
  if (record.fields.status === 'redirected') {
    throw new Refusal(
      400,
      'BadRequest',
      `Incident '${record.id}' was merged into '${record.fields.redirectIncidentId}'.`,
    );
  }
  const { status } = wanted.change ?? {};
  if (status === 'redirected' || status === 'awaitingAction') {
    throw new Refusal(400, 'BadRequest', `Nobody can set the status '${status}'.`);
  }
  refuseUnknownMembers(wanted.change ?? {});
  if (wanted.change) store.graphIncidents.change(record, present(wanted.change), by);
  if (wanted.comment) store.graphIncidents.comment(record, wanted.comment, by);
  return record.fields;
}

function actInSentinel(store: Store, wanted: z.infer<typeof inSentinel>, by: Actor): unknown {
  const { sentinelIncidents, graphIncidents, directory } = store;
  const name = graphIncidents.byId(wanted.incident)?.twin ?? wanted.incident;
  const record = sentinelIncidents.byName(name);
  if (!record) throw new Refusal(404, 'NotFound', `Sentinel has no incident '${wanted.incident}'.`);
  if (wanted.delete) {
    sentinelIncidents.remove(record);
    return null;
  }
  const { owner, labels, ...fields } = wanted.change ?? {};
  if (fields.status === 'Closed' && !(fields.classification ?? record.fields.classification)) {
    throw new Refusal(400, 'BadRequest', "Property 'classification' is required when the status is 'Closed'.");
  }
  const changes = {
    ...present(fields),
    ...(owner === undefined ? {} : { owner: owner === null ? noOwner : ownerOr404(directory, owner) }),
    ...(labels ? { labels: labels.map((labelName) => ({ labelName, labelType: 'User' as const })) } : {}),
  };
  sentinelIncidents.change(record, changes, by);
  if (wanted.comment) {
    const author = { name: by.name, email: null, objectId: null, userPrincipalName: null };
    const draft = { name: guidOf(`portal/${record.name}/${record.revision}`), message: wanted.comment, author };
    sentinelIncidents.addComment(record, draft, by);
  }
  return record.fields;
}

export const portalHandlers: HandlerGroup = ({ store }) => [
  http.post(url, async ({ request }) => {
    const wanted = await parsedBody(request, body, 'BadRequest');
    const [colleague] = store.company.soc;
    const upn = wanted.as ?? colleague?.upn ?? '';
    const by: Actor = { kind: 'caller', name: personOr404(store, upn).displayName };
    const now = wanted.in === 'defender' ? actInDefender(store, wanted, by) : actInSentinel(store, wanted, by);
    return now === null ? new HttpResponse(null, { status: 204 }) : HttpResponse.json(now);
  }),
];

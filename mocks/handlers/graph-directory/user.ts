/** People. https://learn.microsoft.com/graph/api/user-list */
import { HttpResponse, http } from 'msw';
import type { GraphUser } from '@/lib/wire/graph-directory/user';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { type QueryOptions, queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { Person } from '@/mocks/store/directory';

const root = 'https://graph.microsoft.com/:version/users';
const defaultTop = 100;
const largestTop = 999;

const fields: FilterFields<Person> = {
  department: { type: 'text', read: (person) => person.department },
  displayName: { type: 'text', read: (person) => person.displayName },
  givenName: { type: 'text', read: (person) => person.givenName },
  jobTitle: { type: 'text', read: (person) => person.title },
  mail: { type: 'text', read: (person) => person.upn },
  userPrincipalName: { type: 'text', read: (person) => person.upn },
};

const faceOf = (person: Person): GraphUser & Record<string, unknown> => ({
  id: person.objectId,
  displayName: person.displayName,
  givenName: person.givenName,
  surname: person.familyName,
  userPrincipalName: person.upn,
  mail: person.upn,
  jobTitle: person.title,
  department: person.department,
  officeLocation: person.site.city,
  accountEnabled: true,
});

/** Graph leaves these two out unless they are asked for. */
const onlyWhenSelected = new Set(['department', 'accountEnabled']);

function selected(person: Person, options: QueryOptions): Record<string, unknown> {
  const select = options
    .text('$select')
    ?.split(',')
    .map((name) => name.trim());
  const face = faceOf(person);
  const unknown = select?.find((name) => !Object.hasOwn(face, name));
  if (unknown !== undefined) {
    throw new Refusal(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`,
    );
  }
  return Object.fromEntries(
    Object.entries(face).filter(([name]) => (select ? select.includes(name) : !onlyWhenSelected.has(name))),
  );
}

export const userHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request }) => {
    const url = new URL(request.url);
    const options = queryOptions(url, ['$filter', '$orderby', '$top', '$select', '$count', '$skiptoken']);
    const top = options.count('$top', defaultTop);
    if (top < 1 || top > largestTop) {
      throw new Refusal(
        400,
        'Request_UnsupportedQuery',
        `Invalid page size specified: '${top}'. Must be between 1 and ${largestTop} inclusive.`,
      );
    }
    const offset = offsetOf(options.text('$skiptoken'));
    const found = store.directory.people
      .filter(filterTest(options.text('$filter'), fields))
      .sort(orderOf(options.text('$orderby'), fields, 'displayName'));
    const page = found.slice(offset, offset + top);
    const reached = offset + page.length;
    return HttpResponse.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
      ...(options.flag('$count') ? { '@odata.count': found.length } : {}),
      ...(reached < found.length ? { '@odata.nextLink': nextLink(url, reached, '$skiptoken') } : {}),
      value: page.map((person) => selected(person, options)),
    });
  }),
  http.get(`${root}/:id`, ({ request, params }) => {
    const options = queryOptions(new URL(request.url), ['$select']);
    const id = String(params.id);
    const person = store.directory.byObjectId(id) ?? store.directory.byUpn(id);
    if (!person) {
      throw new Refusal(
        404,
        'Request_ResourceNotFound',
        `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
      );
    }
    return HttpResponse.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      ...selected(person, options),
    });
  }),
];

/** Groups of the directory, read-only. https://learn.microsoft.com/graph/api/group-list, …/group-list-members */
import { type DefaultBodyType, HttpResponse, http } from 'msw';
import type { GraphGroup, GraphGroupMember } from '@/lib/wire/graph-directory/group';
import { personFace } from '@/mocks/handlers/graph-directory/person-face';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { type QueryOption, type QueryOptions, queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { type SearchFields, searchTest } from '@/mocks/handlers/manners/odata/search';
import { selection } from '@/mocks/handlers/manners/odata/select';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { Directory, Group, Person } from '@/mocks/store/directory';

const root = 'https://graph.microsoft.com/:version/groups';
const metadata = 'https://graph.microsoft.com/v1.0/$metadata';
const defaultTop = 100;
const largestTop = 999;

const typesOf = ({ kind }: Group): string[] => (kind === 'microsoft365' ? ['Unified'] : []);
const isSecurity = ({ kind }: Group): boolean => kind !== 'microsoft365';

const fields: FilterFields<Group> = {
  id: { type: 'text', read: (group) => group.objectId },
  displayName: { type: 'text', read: (group) => group.displayName },
  mail: { type: 'text', read: (group) => group.mail },
  mailNickname: { type: 'text', read: (group) => group.mailNickname },
  securityEnabled: { type: 'flag', read: isSecurity },
  mailEnabled: { type: 'flag', read: (group) => group.mail !== null },
  createdDateTime: { type: 'time', read: (group) => group.createdAt },
  groupTypes: { type: 'collection', read: typesOf },
};

const searched: SearchFields<Group> = {
  displayName: { by: 'words', read: (group) => group.displayName },
  description: { by: 'words', read: (group) => group.description },
  mail: { by: 'beginning', read: (group) => group.mail },
  mailNickname: { by: 'beginning', read: (group) => group.mailNickname },
};

const groupProperties = [
  ...['id', 'deletedDateTime', 'createdDateTime', 'description', 'displayName', 'groupTypes', 'mail', 'mailEnabled'],
  ...['mailNickname', 'onPremisesSyncEnabled', 'securityEnabled', 'securityIdentifier', 'visibility'],
];

const faceOf = (group: Group): GraphGroup => ({
  id: group.objectId,
  deletedDateTime: null,
  createdDateTime: group.createdAt,
  description: group.description,
  displayName: group.displayName,
  groupTypes: typesOf(group),
  mail: group.mail,
  mailEnabled: group.mail !== null,
  mailNickname: group.mailNickname,
  onPremisesSyncEnabled: group.onPremises || null,
  securityEnabled: isSecurity(group),
  securityIdentifier: null,
  visibility: group.kind === 'microsoft365' ? 'Private' : null,
});

const memberProperties = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'userPrincipalName',
  'mail',
  'jobTitle',
  'officeLocation',
];

const memberFaceOf = (person: Person): GraphGroupMember => ({
  '@odata.type': '#microsoft.graph.user',
  ...personFace(person),
});

/** Orders and counts that the directory's own index can't give need the eventually consistent one. */
function refuseUnordered(options: QueryOptions, headers: Headers): void {
  const eventual = headers.get('consistencylevel')?.toLowerCase() === 'eventual' && options.flag('$count');
  if (!eventual && options.text('$orderby') && (options.text('$filter') || options.text('$search')))
    throw new Refusal(400, 'Request_UnsupportedQuery', 'Sorting not supported for current query.');
}

function topOf(options: QueryOptions): number {
  const top = options.count('$top', defaultTop);
  if (top >= 1 && top <= largestTop) return top;
  const message = `Invalid page size specified: '${top}'. Must be between 1 and ${largestTop} inclusive.`;
  throw new Refusal(400, 'Request_UnsupportedQuery', message);
}

function groupOr404(directory: Directory, id: string): Group {
  const group = directory.groupById(id);
  if (group) return group;
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  throw new Refusal(404, 'Request_ResourceNotFound', message);
}

/** A page of faces, as the URL asks for it. */
function pageOf(
  request: Request,
  options: QueryOptions,
  found: readonly Readonly<Record<string, unknown>>[],
  context: string,
): HttpResponse<DefaultBodyType> {
  const offset = offsetOf(options.text('$skiptoken'));
  const page = found.slice(offset, offset + topOf(options));
  const reached = offset + page.length;
  // Without the header the count is left out, as at Microsoft.
  const counts = options.flag('$count') && request.headers.get('consistencylevel')?.toLowerCase() === 'eventual';
  return HttpResponse.json({
    '@odata.context': `${metadata}#${context}`,
    ...(counts ? { '@odata.count': found.length } : {}),
    ...(reached < found.length ? { '@odata.nextLink': nextLink(new URL(request.url), reached, '$skiptoken') } : {}),
    value: page,
  });
}

const listed: readonly QueryOption[] = ['$filter', '$search', '$orderby', '$top', '$select', '$count', '$skiptoken'];

export const groupHandlers: HandlerGroup = ({ store: { directory } }) => [
  http.get(root, ({ request }) => {
    const options = queryOptions(new URL(request.url), listed);
    refuseUnordered(options, request.headers);
    const select = selection(options.text('$select'), 'microsoft.graph.group', groupProperties);
    const found = directory.groups
      .filter(searchTest(options.text('$search'), request.headers, searched))
      .filter(filterTest(options.text('$filter'), fields))
      .sort(orderOf(options.text('$orderby'), fields, 'displayName'));
    return pageOf(
      request,
      options,
      found.map((group) => select(faceOf(group))),
      'groups',
    );
  }),
  http.get(`${root}/:id`, ({ request, params }) => {
    const options = queryOptions(new URL(request.url), ['$select']);
    const face = faceOf(groupOr404(directory, String(params.id)));
    const select = selection(options.text('$select'), 'microsoft.graph.group', groupProperties);
    return HttpResponse.json({ '@odata.context': `${metadata}#groups/$entity`, ...select(face) });
  }),
  http.get(`${root}/:id/members`, ({ request, params }) => {
    const options = queryOptions(new URL(request.url), ['$top', '$select', '$count', '$skiptoken']);
    const { members } = groupOr404(directory, String(params.id));
    const select = selection(options.text('$select'), 'microsoft.graph.directoryObject', memberProperties);
    return pageOf(
      request,
      options,
      members.map((person) => select(memberFaceOf(person))),
      'directoryObjects',
    );
  }),
];

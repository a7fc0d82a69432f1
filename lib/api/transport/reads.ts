/** Which requests change nothing, so that asking twice is harmless. */

const queries = [/\/security\/(microsoft\.graph\.security\.)?runHuntingQuery$/i, /\/v1\/workspaces\/[^/]+\/query$/i];

/** POSTs that only read: queries carry their text in the body, and Sentinel lists alerts and entities by POST. */
const readingPosts = [
  ...queries,
  /\/v1\/workspaces\/[^/]+\/metadata$/i,
  /\/Microsoft\.SecurityInsights\/incidents\/[^/]+\/(alerts|entities)$/i,
  /\/oauth2\/v2\.0\/token$/i,
];

/** By the verb, and for POSTs by the path: whether sending it twice does nothing twice. */
export function isRead(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const { pathname } = new URL(request.url);
  return request.method === 'POST' && readingPosts.some((pattern) => pattern.test(pathname));
}

/** Whether KQL runs: that takes minutes where everything else takes seconds. */
export function isQuery(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return request.method === 'POST' && queries.some((pattern) => pattern.test(pathname));
}

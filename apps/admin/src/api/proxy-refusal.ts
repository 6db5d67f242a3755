/** A proxy's refusal, in the form in which the server itself would have refused. */
export function asOurs(response: Response): Response {
  const { status, headers } = response;
  const wait = Number(headers.get('retry-after'));
  const data = {
    code: 'TOO_MANY_REQUESTS',
    httpStatus: status,
    reason: 'TOO_MANY_ATTEMPTS',
    requestId: headers.get('x-request-id') ?? undefined,
    ...(wait > 0 && { retryAfter: wait }),
  };
  return Response.json({ error: { message: 'Too many requests', code: -32029, data } }, { status });
}

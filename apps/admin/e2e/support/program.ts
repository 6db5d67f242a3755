import { randomUUID } from 'node:crypto';

/** Counts a request as a program would: by a token, over the API. What is not told of it has usual values. */
export async function countRequest(url: string, token: string, request: object): Promise<void> {
  const usual = { requestId: randomUUID(), status: 200, inputTokens: 1000, outputTokens: 500, latencyMs: 300 };
  const answer = await fetch(`${url}/trpc/usage.record`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...usual, ...request }),
  });
  if (!answer.ok) throw new Error(`usage.record: ${answer.status} ${await answer.text()}`);
}

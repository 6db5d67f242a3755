// AI_PROVIDERS_URL=http://127.0.0.1:3000 DAPS_TOKEN=dap_… node count-usage.mjs [provider] [model]
// Counts one request that it makes to a provider: reserves it, asks for the provider's list of models, and settles.
// The token needs the scopes usage:write and keys:resolve. The provider must speak the API of OpenAI.
import { randomUUID } from 'node:crypto';
import { argv, env } from 'node:process';
import { createClient, isApiError } from '@ai-providers/client';

try {
  await countOne(argv[2] ?? 'openai', argv[3]);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

/**
 * @param {string} provider
 * @param {string | undefined} model
 */
async function countOne(provider, model) {
  const client = createClient({ url: required('AI_PROVIDERS_URL'), token: required('DAPS_TOKEN') });
  const { apiKey, apiBaseUrl } = await client.keys.resolve.query({ provider });
  // One id per request, made here: asking again with it after a lost answer counts nothing twice.
  const requestId = randomUUID();
  await client.usage.reserve.mutate({ provider, model, requestId });

  const started = performance.now();
  const response = await fetch(`${apiBaseUrl}/models`, { headers: { authorization: `Bearer ${apiKey}` } }).catch(
    async (error) => {
      // The provider cannot be reached: out of the count again.
      await client.usage.refund.mutate({ requestId });
      throw error;
    },
  );
  await response.arrayBuffer();

  // A refusal of the provider's is a request as well. A chat would give inputTokens and outputTokens, for the cost.
  const { status, cost } = await client.usage.settle.mutate({
    requestId,
    status: response.status,
    latencyMs: Math.round(performance.now() - started),
  });
  console.log(`${requestId} ended with ${status}; cost: ${cost ?? 'unknown'}`);
}

/** @param {string} name */
function required(name) {
  const value = env[name];
  if (!value) throw new Error(`Set ${name} in the environment`);
  return value;
}

/** @param {unknown} error */
function sentenceOf(error) {
  if (isApiError(error)) {
    const { reason, retryAfter } = error.data;
    return `${error.message} (${reason})${retryAfter ? `, again in ${retryAfter} seconds` : ''}`;
  }
  if (!(error instanceof Error)) return String(error);
  // A failed connection says only "fetch failed"; what failed is in its cause.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

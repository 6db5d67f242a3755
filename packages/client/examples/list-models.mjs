// AI_PROVIDERS_URL=http://127.0.0.1:3000 DAPS_TOKEN=dap_… node list-models.mjs [capability]
// Prints the active providers and the models with one capability ("chat" if none is named).
// The token needs the scope registry:read.
import { argv, env } from 'node:process';
import { createClient, isApiError } from '@ai-providers/client';

try {
  await listModels(argv[2] ?? 'chat');
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

/** @param {string} capability */
async function listModels(capability) {
  const client = createClient({ url: required('AI_PROVIDERS_URL'), token: required('DAPS_TOKEN') });
  // Asked together, so both travel in one request.
  const [providers, models] = await Promise.all([
    client.providers.active.query(),
    // The server knows the list, and says so when this is not on it.
    client.models.byCapability.query({
      capability: /** @type {import('@ai-providers/client').Capability} */ (capability),
    }),
  ]);

  console.log(`Active providers (${providers.length})`);
  for (const { slug, displayName } of providers) console.log(`  ${slug.padEnd(16)}${displayName}`);
  console.log(`\nModels for ${capability} (${models.length})`);
  for (const { provider, modelId, pricingInput, pricingOutput } of models) {
    const price =
      pricingInput && pricingOutput ? `$${pricingInput} in, $${pricingOutput} out, per 1M tokens` : 'no price';
    console.log(`  ${`${provider.slug}/${modelId}`.padEnd(52)}  ${price}`);
  }
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
    const fields = Object.entries(error.data.fieldErrors ?? {}).map(
      ([field, { message }]) => `\n  ${field}: ${message}`,
    );
    return `${error.message} (${error.data.reason})${fields.join('')}`;
  }
  if (!(error instanceof Error)) return String(error);
  // A failed connection says only "fetch failed"; what failed is in its causes.
  let cause = error;
  while (cause.cause instanceof Error) cause = cause.cause;
  return cause === error ? error.message : `No usable answer from ${env.AI_PROVIDERS_URL}: ${cause.message}`;
}

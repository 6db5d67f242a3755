import { z } from 'zod';
import { jsonObject, type JsonObject } from './json-config.js';
import { optionalUrl } from './url.js';

const scheme = z.looseObject({
  scheme: z.enum(['bearer', 'header', 'query', 'none']).optional(),
  header: z.string().max(100).optional(),
  prefix: z.string().max(100).optional(),
  param: z.string().max(100).optional(),
});
const headers = z.record(z.string().max(200), z.string().max(2000));
const path = z.string().max(500).startsWith('/');
const milliseconds = z.int().min(1).max(3_600_000);

/** The keys of a provider's config that the system itself reads; any other key is kept as it is. */
const knownProviderKeys = z.looseObject({
  dialect: z.enum(['openai', 'anthropic', 'google']).optional(),
  auth: scheme.optional(),
  headers: headers.optional(),
  query: headers.optional(),
  endpoints: z.record(z.string().max(50), path).optional(),
  models_list: z
    .looseObject({
      shape: z.enum(['openai', 'anthropic', 'google', 'openrouter', 'huggingface', 'array', 'mistral']).optional(),
      url: optionalUrl.optional(),
      auth: scheme.optional(),
      requires_key: z.boolean().optional(),
      price_unit: z.enum(['per_token', 'per_1M_tokens']).optional(),
      strip_id_prefix: z.string().max(50).optional(),
    })
    .optional(),
  key_check: z
    .looseObject({
      method: z.enum(['GET', 'POST']).optional(),
      path: path.optional(),
      url: optionalUrl.optional(),
      auth: scheme.optional(),
      invalid: z
        .array(z.looseObject({ status: z.int().min(100).max(599), body_includes: z.string().max(200).optional() }))
        .optional(),
    })
    .optional(),
  streaming: z
    .looseObject({ usage: z.enum(['stream_options', 'always', 'native_events', 'none']).optional() })
    .optional(),
  max_tokens_field: z.enum(['max_completion_tokens', 'max_tokens']).optional(),
  timeouts: z
    .looseObject({
      connect_ms: milliseconds.optional(),
      headers_ms: milliseconds.optional(),
      idle_ms: milliseconds.optional(),
    })
    .optional(),
});

const isoDate = z.iso.date();
const price = z.number().min(0).max(9999);
/** US dollars per 1 million tokens, as text to the last digit or as a number. */
const scheduledPrice = z.union([z.string().regex(/^\d{1,4}(\.\d{1,6})?$/), price]);

/** The keys of a model's config that the system itself reads; any other key is kept as it is. */
const knownModelKeys = z.looseObject({
  lifecycle: z
    .looseObject({
      status: z.enum(['active', 'preview', 'legacy', 'deprecated', 'restricted', 'retired']).optional(),
      shutdown_date: isoDate.nullable().optional(),
      replacement: z.string().max(200).nullable().optional(),
    })
    .optional(),
  pricing: z
    .looseObject({
      cache_read: price.optional(),
      scheduled: z
        .array(z.looseObject({ from: isoDate, input: scheduledPrice.optional(), output: scheduledPrice.optional() }))
        .optional(),
    })
    .optional(),
  request: z.looseObject({ strip: z.array(z.string().max(100)).optional() }).optional(),
});

/** Free JSON, at most 32 KB and 8 levels deep, in which the keys that the system reads have their right shape. */
export const providerConfig = withKnownKeys(knownProviderKeys);
/** As `providerConfig`, for a model. */
export const modelConfig = withKnownKeys(knownModelKeys);

function withKnownKeys(known: z.ZodType) {
  return jsonObject.superRefine((value: JsonObject, context) => {
    const result = known.safeParse(value);
    if (result.success) return;
    for (const issue of result.error.issues) {
      context.addIssue({
        code: 'custom',
        path: issue.path,
        params: { reason: 'CONFIG_INVALID' },
        message: issue.message,
      });
    }
  });
}

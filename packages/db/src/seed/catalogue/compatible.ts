import type { JsonObject } from '@ai-providers/contracts';
import type { CatalogueProvider } from './types.js';

interface Service extends Pick<CatalogueProvider, 'slug' | 'name' | 'website' | 'apiBaseUrl' | 'addressExample'> {
  /** Where its customers find their keys; a server of one's own takes none. */
  keys?: string;
  /** What differs from the dialect. */
  config?: JsonObject;
}

/** What speaks the dialect of OpenAI. Its models change often: none is listed here. */
export const compatible: readonly CatalogueProvider[] = services([
  {
    slug: 'mistral',
    name: 'Mistral',
    website: 'https://mistral.ai',
    apiBaseUrl: 'https://api.mistral.ai/v1',
    keys: 'https://console.mistral.ai/api-keys',
    config: { models_list: { shape: 'mistral', requires_key: true } },
  },
  {
    slug: 'xai',
    name: 'xAI',
    website: 'https://x.ai',
    apiBaseUrl: 'https://api.x.ai/v1',
    keys: 'https://console.x.ai',
    config: {
      key_check: {
        method: 'GET',
        path: '/models',
        invalid: [{ status: 401 }, { status: 400, body_includes: 'Incorrect API key' }],
      },
    },
  },
  {
    slug: 'azure-openai',
    name: 'Azure OpenAI',
    website: 'https://azure.microsoft.com/products/ai-services/openai-service',
    apiBaseUrl: '',
    addressExample: 'https://RESOURCE.openai.azure.com/openai/v1',
    keys: 'https://portal.azure.com',
    config: { auth: { scheme: 'header', header: 'api-key' } },
  },
  {
    slug: 'together',
    name: 'Together AI',
    website: 'https://www.together.ai',
    apiBaseUrl: 'https://api.together.ai/v1',
    keys: 'https://api.together.ai/settings/api-keys',
    config: { models_list: { shape: 'array', requires_key: true } },
  },
  {
    slug: 'fireworks',
    name: 'Fireworks AI',
    website: 'https://fireworks.ai',
    apiBaseUrl: 'https://api.fireworks.ai/inference/v1',
    keys: 'https://app.fireworks.ai/settings/users/api-keys',
  },
  {
    slug: 'cerebras',
    name: 'Cerebras',
    website: 'https://www.cerebras.ai',
    apiBaseUrl: 'https://api.cerebras.ai/v1',
    keys: 'https://cloud.cerebras.ai',
  },
  {
    slug: 'cohere',
    name: 'Cohere',
    website: 'https://cohere.com',
    apiBaseUrl: 'https://api.cohere.ai/compatibility/v1',
    keys: 'https://dashboard.cohere.com/api-keys',
  },
  {
    slug: 'perplexity',
    name: 'Perplexity',
    website: 'https://www.perplexity.ai',
    apiBaseUrl: 'https://api.perplexity.ai',
    keys: 'https://www.perplexity.ai/account/api/keys',
  },
  {
    slug: 'sambanova',
    name: 'SambaNova',
    website: 'https://sambanova.ai',
    apiBaseUrl: 'https://api.sambanova.ai/v1',
    keys: 'https://cloud.sambanova.ai/apis',
  },
  {
    slug: 'nvidia',
    name: 'NVIDIA NIM',
    website: 'https://build.nvidia.com',
    apiBaseUrl: 'https://integrate.api.nvidia.com/v1',
    keys: 'https://build.nvidia.com/settings/api-keys',
  },
  {
    slug: 'deepinfra',
    name: 'DeepInfra',
    website: 'https://deepinfra.com',
    apiBaseUrl: 'https://api.deepinfra.com/v1/openai',
    keys: 'https://deepinfra.com/dash/api_keys',
  },
  {
    slug: 'moonshot',
    name: 'Moonshot AI',
    website: 'https://www.moonshot.ai',
    apiBaseUrl: 'https://api.moonshot.ai/v1',
    keys: 'https://platform.moonshot.ai/console/api-keys',
  },
  {
    slug: 'zai',
    name: 'Z.AI',
    website: 'https://z.ai',
    apiBaseUrl: 'https://api.z.ai/api/paas/v4',
    keys: 'https://z.ai/manage-apikey/apikey-list',
  },
  {
    slug: 'alibaba',
    name: 'Alibaba Model Studio',
    website: 'https://www.alibabacloud.com/product/modelstudio',
    apiBaseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    keys: 'https://modelstudio.console.alibabacloud.com',
  },
  {
    slug: 'minimax',
    name: 'MiniMax',
    website: 'https://www.minimax.io',
    apiBaseUrl: 'https://api.minimax.io/v1',
    keys: 'https://platform.minimax.io/user-center/basic-information/interface-key',
  },
  {
    slug: 'novita',
    name: 'Novita AI',
    website: 'https://novita.ai',
    apiBaseUrl: 'https://api.novita.ai/openai/v1',
    keys: 'https://novita.ai/settings/key-management',
  },
  {
    slug: 'nebius',
    name: 'Nebius Token Factory',
    website: 'https://nebius.com',
    apiBaseUrl: 'https://api.tokenfactory.nebius.com/v1',
    keys: 'https://tokenfactory.nebius.com',
  },
  {
    slug: 'siliconflow',
    name: 'SiliconFlow',
    website: 'https://www.siliconflow.com',
    apiBaseUrl: 'https://api.siliconflow.com/v1',
    keys: 'https://cloud.siliconflow.com/account/ak',
  },
  {
    slug: 'vercel',
    name: 'Vercel AI Gateway',
    website: 'https://vercel.com/ai-gateway',
    apiBaseUrl: 'https://ai-gateway.vercel.sh/v1',
    keys: 'https://vercel.com/dashboard',
  },
]);

/** Servers that a team runs itself, at the addresses that they take when nothing else is said. */
export const local: readonly CatalogueProvider[] = services([
  { slug: 'ollama', name: 'Ollama', website: 'https://ollama.com', apiBaseUrl: 'http://localhost:11434/v1' },
  { slug: 'lm-studio', name: 'LM Studio', website: 'https://lmstudio.ai', apiBaseUrl: 'http://localhost:1234/v1' },
  { slug: 'vllm', name: 'vLLM', website: 'https://vllm.ai', apiBaseUrl: 'http://localhost:8000/v1' },
  {
    slug: 'llama-cpp',
    name: 'llama.cpp',
    website: 'https://github.com/ggml-org/llama.cpp',
    apiBaseUrl: 'http://localhost:8080/v1',
  },
]);

function services(list: readonly Service[]): CatalogueProvider[] {
  return list.map(({ keys, config, ...facts }) => ({
    ...facts,
    apiKeyEnv: `${facts.slug.toUpperCase().replaceAll('-', '_')}_API_KEY`,
    config: {
      dialect: 'openai',
      auth: { scheme: keys === undefined ? 'none' : 'bearer' },
      endpoints: { chat: '/chat/completions', models: '/models' },
      models_list: { shape: 'openai', requires_key: keys !== undefined },
      streaming: { usage: 'stream_options' },
      ...config,
      ...(keys !== undefined && { links: { keys } }),
    },
    models: [],
  }));
}

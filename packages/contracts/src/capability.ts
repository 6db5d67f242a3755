import { z } from 'zod';

/** What a model can do: a closed list, in the order in which it is shown. */
export const capabilities = [
  'chat',
  'image',
  'audio',
  'speech_to_text',
  'text_to_speech',
  'code',
  'embedding',
  'vision',
] as const;

export const capability = z.enum(capabilities);
export type Capability = z.infer<typeof capability>;

/** English labels; the panel has its own words per language. */
export const capabilityLabels: Record<Capability, string> = {
  chat: 'Chat / Text Generation',
  image: 'Image Generation',
  audio: 'Audio Generation',
  speech_to_text: 'Speech to Text',
  text_to_speech: 'Text to Speech',
  code: 'Code Generation',
  embedding: 'Embeddings',
  vision: 'Vision / Image Understanding',
};

import { z } from 'zod';
import { capabilities, type Capability } from './names.js';

export { capabilities, type Capability } from './names.js';

export const capability = z.enum(capabilities);

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

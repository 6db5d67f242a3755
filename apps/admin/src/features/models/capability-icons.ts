import type { Capability } from '@ai-providers/contracts';
import {
  IconCode,
  IconEye,
  IconMessage,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  IconVector,
  IconVolume,
} from '@tabler/icons-react';

export const capabilityIcons = {
  chat: IconMessage,
  image: IconPhoto,
  audio: IconMusic,
  speech_to_text: IconMicrophone,
  text_to_speech: IconVolume,
  code: IconCode,
  embedding: IconVector,
  vision: IconEye,
} satisfies Record<Capability, unknown>;

import type { UsageFigures } from '@ai-providers/contracts';
import { useDuration } from '../../i18n/duration.js';
import { useFmt } from '../../i18n/fmt.js';
import { errorRate } from './figures.js';

const unknown = '–';

/** Sums as people read them. What is unknown, or not for the reader, is a dash. */
export function useShownFigures() {
  const fmt = useFmt();
  const latency = useDuration();
  return {
    latency,
    requests: ({ requests }: UsageFigures) => fmt.number(requests),
    errors: ({ errors }: UsageFigures) => fmt.number(errors),
    errorRate: (figures: UsageFigures) => {
      const rate = errorRate(figures);
      return rate === null ? unknown : fmt.percent(rate);
    },
    inputTokens: ({ inputTokens }: UsageFigures) => fmt.number(inputTokens),
    outputTokens: ({ outputTokens }: UsageFigures) => fmt.number(outputTokens),
    cost: ({ cost }: UsageFigures) => (cost === null ? unknown : fmt.money(cost)),
    latencyP50Ms: ({ latencyP50Ms }: UsageFigures) => (latencyP50Ms === null ? unknown : latency(latencyP50Ms)),
    latencyP95Ms: ({ latencyP95Ms }: UsageFigures) => (latencyP95Ms === null ? unknown : latency(latencyP95Ms)),
  };
}

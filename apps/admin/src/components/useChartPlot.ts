import { useEffect, useState, type ComponentType } from 'react';
import type { PlotProps } from './chart.js';

let loaded: ComponentType<PlotProps> | undefined;

/** Loads what draws charts; undefined until it is there. */
export function useChartPlot() {
  const [Plot, setPlot] = useState(() => loaded);
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (loaded) return;
    import('./Chart.lazy.js').then(
      (part) => {
        loaded = part.ChartPlot;
        setPlot(() => part.ChartPlot);
      },
      () => setFailed(true), // the connection was lost
    );
  }, [attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt((count) => count + 1);
  };
  return { Plot, isFailed, retry };
}

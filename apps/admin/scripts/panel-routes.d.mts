export interface PanelRoute {
  path: string;
  /** Below `src`, without its extension; undefined where a route only leads elsewhere. */
  module: string | undefined;
  inFrame: boolean;
  /** The files of strings that it waits for. */
  strings: string[];
}
export function panelRoutes(): PanelRoute[];

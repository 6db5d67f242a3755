export interface PanelRoute {
  path: string;
  /** Below `src`, without its extension; undefined where a route only leads elsewhere. */
  module: string | undefined;
  inFrame: boolean;
}
export function panelRoutes(): PanelRoute[];

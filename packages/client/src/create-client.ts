import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  splitLink,
  type HTTPLinkOptions,
  type TRPCClient,
} from '@trpc/client';
import type { AppRouter } from '@ai-providers/server';
import { apiAddress, checkedToken } from './client-options.js';

/** What the server takes in one request. */
const batch = { maxItems: 10, maxURLLength: 8 * 1024 };

export interface ClientOptions {
  /** Where the server is, such as `https://providers.example.com`. */
  url: string;
  /** An API token, `dap_…`. */
  token: string;
  /** In place of the global `fetch`: to add a proxy, a time limit or a trace. */
  fetch?: HTTPLinkOptions<AppRouter['_def']['_config']['$types']>['fetch'];
}

/** Every procedure of the server, with the types of its input and its answer. */
export type Client = TRPCClient<AppRouter>;

/**
 * A client for one server, which acts as the owner of the token.
 * @throws TypeError if an option cannot be right; its message names the option and never holds the token
 */
export function createClient({ url, token, fetch }: ClientOptions): Client {
  const request = { url: apiAddress(url), headers: { authorization: `Bearer ${checkedToken(token)}` }, fetch };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'query',
        true: httpBatchLink({ ...request, ...batch }),
        // Each alone: ten of the largest changes would be more than the server reads in one request.
        false: httpLink(request),
      }),
    ],
  });
}

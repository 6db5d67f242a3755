import { TRPCClientError } from '@trpc/client';
import { saveBlob } from '../components/download.js';
import { watchedFetch } from './connection.js';

/** More than this is not held in memory: the browser fetches such a file by itself. */
const memoryMax = 64 * 1024 * 1024;

interface Options {
  signal: AbortSignal;
  onReceived: (bytes: number) => void;
  max?: number;
}

/**
 * Fetches a file of the server and gives it to the browser when it is whole. A refusal and a file that is cut short are
 * failures of calls like all others: with a reason, and an ended session among them.
 */
export async function saveExport(address: string, { signal, onReceived, max = memoryMax }: Options): Promise<void> {
  const response = await asked(() => watchedFetch(address, { signal }));
  if (!response.ok) throw await refusalOf(response);
  const parts = await asked(() => partsOf(response, onReceived, max));
  if (parts === null) return saveAddress(address);
  saveBlob(nameOf(response), new Blob(parts, { type: response.headers.get('content-type') ?? '' }));
}

/** All of a file; null where it is too large to be held. */
async function partsOf({ body }: Response, onReceived: (bytes: number) => void, max: number) {
  const parts: BlobPart[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    parts.push(part.value);
    bytes += part.value.byteLength;
    onReceived(bytes);
    if (bytes <= max) continue;
    await reader?.cancel();
    return null;
  }
  return parts;
}

/** What never arrived is told as of every other call. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw TRPCClientError.from(error instanceof Error ? error : new Error(String(error)));
  }
}

async function refusalOf(response: Response) {
  const answer: unknown = await response.json().catch(() => null);
  const isTold = typeof answer === 'object' && answer !== null && 'error' in answer;
  return TRPCClientError.from(isTold ? answer : new Error(`The file was answered with ${response.status}`));
}

const nameOf = ({ headers }: Response) =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'export';

function saveAddress(address: string): void {
  Object.assign(document.createElement('a'), { href: address, download: '' }).click();
}

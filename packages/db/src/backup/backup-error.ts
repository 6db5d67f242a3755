import { EnvError } from '../environment/data-environment.js';

/** Why a backup was not made or not restored, in a sentence for the operator. */
export class BackupError extends EnvError {}

const reasons: Record<string, string> = {
  EEXIST: 'it exists already. A backup overwrites nothing: choose another name',
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not read or write it',
  EROFS: 'its file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  Z_BUF_ERROR: 'it is cut off. Nothing was restored',
  Z_DATA_ERROR: 'it is no backup, or it is damaged. Nothing was restored',
};

/** Turns what the file system and gzip say of a file into a sentence; anything else stays as it is. */
export function ofFile(file: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  if (reason) return new BackupError(`${file} cannot be used: ${reason}.`);
  return error instanceof Error ? error : new Error('unknown failure');
}

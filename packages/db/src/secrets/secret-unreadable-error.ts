/** The one failure of reading a secret. It holds neither the token nor the error below it, so that it may be logged. */
export class SecretUnreadableError extends Error {
  constructor() {
    super('The secret cannot be decrypted');
    this.name = 'SecretUnreadableError';
  }
}

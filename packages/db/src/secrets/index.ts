export { createSecretBox, SecretUnreadableError, weaknessOf, type SecretBox } from './secret-box.js';

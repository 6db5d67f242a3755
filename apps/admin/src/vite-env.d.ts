declare module 'virtual:theme.css';

interface Window {
  /** The answer to what boot.js has asked. */
  earlyAnswer?: { address: string; answer: Promise<Response> } | undefined;
}

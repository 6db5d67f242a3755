import ipaddr from 'ipaddr.js';

/** The network that one party usually holds whole: an IPv4 address, the first 56 bits of an IPv6 one. */
export function networkOf(ip: string | null): string {
  if (ip === null || !ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address
    .toByteArray()
    .slice(0, 7)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}/56`;
}

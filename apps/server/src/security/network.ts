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

type Range = [network: Address, bits: number];
type Address = ReturnType<typeof ipaddr.process>;

/** Whether a client's address is one of these, or in one of these ranges. What is no address is nowhere. */
export function isWithinAny(ip: string | null, ranges: readonly string[]): boolean {
  if (ip === null || !ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return ranges.some((range) => isWithin(address, rangeOf(range)));
}

/** Whether an address or range lies wholly in one of these. */
export function isNarrower(range: string, ranges: readonly string[]): boolean {
  const [network, bits] = rangeOf(range);
  return ranges.map(rangeOf).some((wider) => bits >= wider[1] && isWithin(network, wider));
}

function isWithin(address: Address, [network, bits]: Range): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/** An IPv4 range that is written as an IPv6 one is the IPv4 range: so are the addresses of clients. */
function rangeOf(text: string): Range {
  const [network, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : singleOf(ipaddr.parse(text));
  const isMapped = network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= 96;
  return isMapped ? [network.toIPv4Address(), bits - 96] : [network, bits];
}

const singleOf = (address: Address): Range => [address, address.kind() === 'ipv4' ? 32 : 128];

const byte = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${byte}(\\.${byte}){3}$`);

/** Whether a text is an IPv4 or IPv6 address, or a range of them (CIDR). */
export function isIpOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = ipv4.test(address) ? 32 : isIpv6(address) ? 128 : -1;
  if (most < 0 || more.length > 0) return false;
  return bits === undefined || (/^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= most);
}

/** As addresses of the web write it between brackets, which is as everybody writes it. */
function isIpv6(address: string): boolean {
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]/`);
}

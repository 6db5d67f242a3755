/** A `dap_` token as the server makes it; a test holds this against the server's own pattern. */
export const tokenPattern = /^dap_[0-9A-Za-z]{49}$/;

/** The address of the API below the server's, which may be given with `/trpc` or a slash at its end. */
export function apiAddress(url: string): string {
  if (!URL.canParse(url)) throw wrong('url', "must be the server's address, such as https://providers.example.com");
  const { protocol, username, password, search, hash, origin, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw wrong('url', 'must start with http:// or https://');
  // A name and a password in an address end up in the messages of failed requests.
  if (username || password) throw wrong('url', 'must not hold a user name or a password');
  if (search || hash) throw wrong('url', 'must not have a query or a fragment');
  return `${origin}${pathname.replace(/\/+$/, '').replace(/\/trpc$/, '')}/trpc`;
}

/** The token as it was given, if it can be one. What was given is in no message: it may be a secret with a slip in it. */
export function checkedToken(token: string): string {
  if (!token) throw wrong('token', 'is missing; make one in the panel under API tokens');
  if (!tokenPattern.test(token))
    throw wrong('token', 'must be "dap_" and 49 letters or digits, without spaces around it');
  return token;
}

const wrong = (field: string, sentence: string) => new TypeError(`createClient: ${field} ${sentence}`);

import type { ProviderOutput } from '@ai-providers/contracts';

const known = ['docs', 'pricing', 'deprecations', 'errors', 'keys'] as const;
type LinkName = (typeof known)[number];

/** The pages of a provider that its config names. It is free JSON: whatever is no https address is left out. */
export function linksOf({ config }: Pick<ProviderOutput, 'config'>): Array<[name: LinkName, href: string]> {
  const links: unknown = config?.links;
  if (typeof links !== 'object' || links === null) return [];
  const held = new Map<string, unknown>(Object.entries(links));
  return known.flatMap((name): Array<[LinkName, string]> => {
    const href = held.get(name);
    return typeof href === 'string' && isSecure(href) ? [[name, href]] : [];
  });
}

const isSecure = (href: string) => URL.canParse(href) && new URL(href).protocol === 'https:';

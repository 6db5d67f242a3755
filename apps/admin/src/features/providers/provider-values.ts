import type { ProviderCreateInput, ProviderOutput, ProviderPatch } from '@ai-providers/contracts';
import { slugOf } from '@ai-providers/contracts';
import type { UseFormReturnType } from '@mantine/form';
import { changedFields } from '../../api/changed-fields.js';
import { configOf, configText } from '../../api/config-text.js';
import { integerOf } from '../../i18n/digits.js';

/**
 * What the form holds. The shared key is not among it: SecretField alone has what is typed there.
 * A type and not an interface: forms are records, and an interface has no index signature.
 */
export type ProviderValues = {
  name: string;
  slug: string;
  /** Whether the slug is still made from the name. */
  slugFollows: boolean;
  displayName: string;
  website: string;
  apiBaseUrl: string;
  allowPersonalKeys: boolean;
  allowSharedForNormalAdmins: boolean;
  sortOrder: string;
  isActive: boolean;
  config: string;
};
export type ProviderForm = UseFormReturnType<ProviderValues>;

export const blankProvider: ProviderValues = {
  name: '',
  slug: '',
  slugFollows: true,
  displayName: '',
  website: '',
  apiBaseUrl: '',
  allowPersonalKeys: true,
  allowSharedForNormalAdmins: false,
  sortOrder: '0',
  isActive: true,
  config: '{}',
};

export function valuesOf(provider: ProviderOutput): ProviderValues {
  return {
    name: provider.name,
    slug: provider.slug,
    slugFollows: false,
    displayName: provider.displayName,
    website: provider.website,
    apiBaseUrl: provider.apiBaseUrl ?? '',
    allowPersonalKeys: provider.allowPersonalKeys,
    allowSharedForNormalAdmins: provider.allowSharedForNormalAdmins,
    sortOrder: String(provider.sortOrder),
    isActive: provider.isActive,
    config: configText(provider.config ?? {}),
  };
}

/** What a second provider like this one begins with. Name and slug are taken, so they are left to be entered. */
export function copyOf(provider: ProviderOutput): ProviderValues {
  return { ...valuesOf(provider), name: '', slug: '', slugFollows: true, displayName: '' };
}

export function shownSlug({ slug, slugFollows, name }: ProviderValues): string {
  if (!slugFollows) return slug;
  return name.trim() === '' ? '' : slugOf(name);
}

/** A slug that follows the name is left to the server, which steps aside when that slug is taken. */
export function toCreateInput(values: ProviderValues): ProviderCreateInput {
  const { slug, displayName, ...rest } = toPatch(values);
  return {
    ...rest,
    name: values.name,
    ...(!values.slugFollows && { slug }),
    ...(values.displayName.trim() !== '' && { displayName }),
  };
}

/** Every field, as an update would take it. */
export function toPatch({
  slugFollows: _,
  sortOrder,
  config,
  ...same
}: ProviderValues): Omit<ProviderPatch, 'sharedApiKey'> {
  return { ...same, sortOrder: integerOf(sortOrder) ?? 0, config: configOf(config) };
}

/** Only what differs from the stored provider. */
export function changesTo(stored: ProviderOutput, values: ProviderValues): ProviderPatch {
  return changedFields(toPatch(valuesOf(stored)), toPatch(values));
}

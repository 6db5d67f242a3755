import type { CatalogueEntry, NewModel, ProviderCreateInput } from '@ai-providers/contracts';
import { configText } from '../../../api/config-text.js';
import { blankProvider, toCreateInput, type ProviderValues } from '../provider-values.js';

/** What a form for a known provider begins with. A second one of a kind is told apart by a number. */
export function valuesFor(entry: CatalogueEntry): ProviderValues {
  return {
    ...blankProvider,
    name: entry.added === 0 ? entry.name : `${entry.name} ${entry.added + 1}`,
    website: entry.website,
    apiBaseUrl: entry.apiBaseUrl,
    config: configText(entry.config),
  };
}

/** The models that the provider still serves: they are ticked beforehand. */
export const servedModels = (models: readonly NewModel[]): NewModel[] =>
  models.filter(({ isActive }) => isActive !== false);

/** Everything of a draft but the key, as the server takes it in one call. */
export function inputOf(values: ProviderValues, models: readonly NewModel[]): ProviderCreateInput {
  return { ...toCreateInput(values), ...(models.length > 0 && { models: [...models] }) };
}

const connectFields = ['name', 'slug', 'displayName', 'website', 'apiBaseUrl', 'sharedApiKey', 'config'];

/** The step that shows the first of the fields at fault. */
export function stepOf(paths: readonly string[]): 'connect' | 'models' {
  return paths.some((path) => connectFields.includes(path.split('.')[0] ?? '')) ? 'connect' : 'models';
}

import type { Report } from './usage-context.js';
import { useAdminChoices, useModelChoices, useProviderChoices } from './useUsage.js';

interface Choice {
  value: string;
  label: string;
}

/** What can be filtered by. The address may name one that is gone or not among the first hundred. */
export function useFilterChoices({ search, filters, seesOthers }: Report) {
  const providers = useProviderChoices().data?.items ?? [];
  const models = useModelChoices(filters.provider).data?.items ?? [];
  const admins = useAdminChoices(seesOthers).data?.items ?? [];
  const byValue = ({ modelId, displayName }: { modelId: string; displayName: string }) => ({
    value: modelId,
    label: displayName,
  });
  return {
    providers: withChosen(
      providers.map(({ slug, displayName }) => ({ value: slug, label: displayName })),
      search.provider,
    ),
    models: withChosen(models.map(byValue), search.model),
    admins: withChosen(
      admins.map(({ publicId, email }) => ({ value: publicId, label: email })),
      search.admin,
    ),
  };
}

function withChosen(choices: Choice[], chosen: string | undefined): Choice[] {
  if (chosen === undefined || choices.some(({ value }) => value === chosen)) return choices;
  return [{ value: chosen, label: chosen }, ...choices];
}

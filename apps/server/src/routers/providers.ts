import { z } from 'zod';
import {
  accessPreview,
  disablePreview,
  disablePreviewInput,
  bulkOutput,
  catalogueOutput,
  providerBulkUpdateInput,
  providerCreateInput,
  providerDeleteOutput,
  providerIdInput,
  providerImpact,
  providerListInput,
  providerListOutput,
  providerOutput,
  providerPreviewInput,
  providerProjection,
  providerReorderInput,
  providerReorderOutput,
  providerSlugInput,
  providerUpdateInput,
} from '@ai-providers/contracts';
import {
  AIProvider,
  countModels,
  createProvider,
  deleteProvider,
  findBulkProviders,
  impactOf,
  knownProviders,
  listProviders,
  notFound,
  previewAccess,
  previewDisable,
  reorderProvider,
  updateProvider,
  updateProviders,
} from '@ai-providers/db';
import { permissionsOf, reaches } from '../policies/actor.js';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { providerPolicy, registryScope } from '../policies/registry.js';
import { presentImpact, presentProvider } from '../presenters/provider.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const providersRouter = t.router({
  list: procedure('registry:read')
    .input(providerListInput)
    .output(providerListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { providers, total, counts } = await listProviders(input, registryScope(actor));
      const items = providers.map((provider) => presentProvider(actor, provider, counts.get(provider.id)));
      return { items, total, can: { create: permissionsOf(actor).includes('providers.create') } };
    }),

  active: procedure('registry:read')
    .output(z.array(providerProjection).readonly())
    .query(async ({ ctx: { actor } }) =>
      (await AIProvider.getActiveProviders()).filter(({ slug }) => reaches(actor, slug)),
    ),

  bySlug: procedure('registry:read')
    .input(providerSlugInput)
    .output(providerProjection)
    .query(async ({ ctx: { actor }, input }) => {
      const provider = await AIProvider.getProviderBySlug(input.slug);
      if (!provider || !reaches(actor, provider.slug)) throw notFound();
      return provider;
    }),

  get: procedure('registry:read')
    .input(providerSlugInput)
    .output(providerOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const provider = await AIProvider.findBySlug(input.slug);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      const counts = await countModels([provider]);
      return presentProvider(actor, provider, counts.get(provider.id));
    }),

  catalogue: procedure('admin', 'providers.create')
    .output(catalogueOutput)
    .query(() => knownProviders()),

  create: procedure('admin', 'providers.create')
    .input(providerCreateInput)
    .output(providerOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const provider = await createProvider(input, by);
      const counts = await countModels([provider]);
      return presentProvider(actor, provider, counts.get(provider.id));
    }),

  update: procedure('admin')
    .input(providerUpdateInput)
    .output(providerOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId, patch, expectedUpdatedAt } }) => {
      const provider = await AIProvider.findByPublicId(publicId);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      authorize(providerPolicy, 'update', actor, provider);
      const updated = await updateProvider(publicId, patch, by, expectedUpdatedAt);
      const counts = await countModels([updated]);
      return presentProvider(actor, updated, counts.get(updated.id));
    }),

  bulkUpdate: procedure('admin')
    .input(providerBulkUpdateInput)
    .output(bulkOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const { providers, missing } = await findBulkProviders(input, registryScope(actor));
      for (const provider of providers) authorize(providerPolicy, 'update', actor, provider);
      return { results: [...(await updateProviders(providers, input.patch, by)), ...missing] };
    }),

  reorder: procedure('admin')
    .input(providerReorderInput)
    .output(providerReorderOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const provider = await AIProvider.findByPublicId(input.publicId);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      authorize(providerPolicy, 'update', actor, provider);
      return reorderProvider(input, by);
    }),

  /** What if its switches were flipped. */
  previewAccess: procedure('admin')
    .input(providerPreviewInput)
    .output(accessPreview)
    .query(async ({ ctx: { actor }, input: { provider: slug, isActive, ...switches } }) => {
      const provider = await AIProvider.findBySlug(slug);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      authorize(providerPolicy, 'update', actor, provider);
      return previewAccess(provider, { providerActive: isActive, ...switches });
    }),

  /** What if they were switched off. */
  previewDisable: procedure('admin')
    .input(disablePreviewInput)
    .output(disablePreview)
    .query(async ({ ctx: { actor }, input }) => {
      const { providers } = await findBulkProviders(input, registryScope(actor));
      for (const provider of providers) authorize(providerPolicy, 'update', actor, provider);
      return previewDisable(providers);
    }),

  deletionImpact: procedure('admin')
    .input(providerIdInput)
    .output(providerImpact)
    .query(async ({ ctx: { actor }, input }) => {
      const provider = await AIProvider.findByPublicId(input.publicId);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      authorize(providerPolicy, 'delete', actor, provider);
      return presentImpact(await impactOf(provider));
    }),

  delete: procedure('admin')
    .input(providerIdInput)
    .output(providerDeleteOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      const provider = await AIProvider.findByPublicId(publicId);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      authorize(providerPolicy, 'delete', actor, provider);
      return { publicId, removed: presentImpact(await deleteProvider(publicId, by)) };
    }),
});

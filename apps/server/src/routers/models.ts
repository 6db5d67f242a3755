import { z } from 'zod';
import {
  bulkOutput,
  modelBulkDeleteInput,
  modelBulkUpdateInput,
  modelBulkUpdateOutput,
  modelCreateInput,
  modelDeleteOutput,
  modelIdInput,
  modelListInput,
  modelListOutput,
  modelMatchingInput,
  modelMatchingOutput,
  modelOutput,
  modelProjection,
  modelProviderCountsInput,
  modelProviderCountsOutput,
  modelUpdateInput,
  modelsByCapabilityInput,
  modelsByProviderInput,
} from '@ai-providers/contracts';
import {
  AIModel,
  AIProvider,
  countModelsByProvider,
  createModel,
  deleteModel,
  deleteModels,
  findBulkModels,
  findModelFor,
  listModels,
  partOfModels,
  updateModel,
  updateModels,
} from '@ai-providers/db';
import { permissionsOf, reaches } from '../policies/actor.js';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { modelPolicy, providerPolicy, registryScope } from '../policies/registry.js';
import { presentModel } from '../presenters/ai-model.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const modelsRouter = t.router({
  list: procedure('registry:read')
    .input(modelListInput)
    .output(modelListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { models, total } = await listModels(input, registryScope(actor));
      return {
        items: models.map((model) => presentModel(actor, model)),
        total,
        can: { create: permissionsOf(actor).includes('models.create') },
      };
    }),

  providerCounts: procedure('registry:read')
    .input(modelProviderCountsInput)
    .output(modelProviderCountsOutput)
    .query(({ ctx: { actor }, input }) => countModelsByProvider(input, registryScope(actor))),

  matching: procedure('registry:read')
    .input(modelMatchingInput)
    .output(modelMatchingOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { models } = await findBulkModels(input, registryScope(actor));
      return { publicIds: models.map(({ publicId }) => publicId) };
    }),

  byProvider: procedure('registry:read')
    .input(modelsByProviderInput)
    .output(z.array(modelProjection).readonly())
    .query(({ ctx: { actor }, input: { slug, capability } }) =>
      reaches(actor, slug) ? AIModel.getModelsByProvider(slug, { capability }) : [],
    ),

  byCapability: procedure('registry:read')
    .input(modelsByCapabilityInput)
    .output(z.array(modelProjection).readonly())
    .query(async ({ ctx: { actor }, input }) => {
      const models = await AIModel.getModelsByCapability(input.capability);
      return models.filter(({ provider }) => reaches(actor, provider.slug));
    }),

  get: procedure('registry:read')
    .input(modelIdInput)
    .output(modelOutput)
    .query(async ({ ctx: { actor }, input }) =>
      presentModel(actor, await findModelFor(input.publicId, registryScope(actor))),
    ),

  create: procedure('admin', 'models.create')
    .input(modelCreateInput)
    .output(modelOutput)
    .mutation(async ({ ctx: { actor, by }, input: { provider: slug, ...model } }) => {
      const provider = await AIProvider.findBySlug(slug);
      authorizeOrHide(providerPolicy, 'read', actor, provider);
      authorize(providerPolicy, 'addModel', actor, provider);
      return presentModel(actor, await createModel(provider, model, by));
    }),

  update: procedure('admin')
    .input(modelUpdateInput)
    .output(modelOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId, patch, expectedUpdatedAt } }) => {
      const model = await findModelFor(publicId, registryScope(actor));
      authorize(modelPolicy, 'update', actor, model);
      return presentModel(actor, await updateModel(publicId, patch, by, expectedUpdatedAt));
    }),

  bulkUpdate: procedure('admin')
    .input(modelBulkUpdateInput)
    .output(modelBulkUpdateOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const { models, missing } = await findBulkModels(input, registryScope(actor));
      for (const model of models) authorize(modelPolicy, 'update', actor, model);
      const part = partOfModels(models, input.patch, 'atMost' in input ? input.atMost : undefined);
      const { results, changed } = await updateModels(part, input.patch, by);
      return { results: [...results, ...missing], changed };
    }),

  bulkDelete: procedure('admin')
    .input(modelBulkDeleteInput)
    .output(bulkOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const { models, missing } = await findBulkModels(input, registryScope(actor));
      for (const model of models) authorize(modelPolicy, 'delete', actor, model);
      return { results: [...(await deleteModels(models, by)), ...missing] };
    }),

  delete: procedure('admin')
    .input(modelIdInput)
    .output(modelDeleteOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      const model = await findModelFor(publicId, registryScope(actor));
      authorize(modelPolicy, 'delete', actor, model);
      await deleteModel(publicId, by);
      return { publicId };
    }),
});

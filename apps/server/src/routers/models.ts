import { z } from 'zod';
import {
  modelCreateInput,
  modelDeleteOutput,
  modelIdInput,
  modelListInput,
  modelListOutput,
  modelOutput,
  modelProjection,
  modelUpdateInput,
  modelsByCapabilityInput,
  modelsByProviderInput,
} from '@ai-providers/contracts';
import { AIModel, AIProvider, createModel, deleteModel, findModelFor, listModels, updateModel } from '@ai-providers/db';
import { isSuper, permissionsOf } from '../policies/actor.js';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { modelPolicy, providerPolicy } from '../policies/registry.js';
import { presentModel } from '../presenters/ai-model.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const modelsRouter = t.router({
  list: procedure('registry:read')
    .input(modelListInput)
    .output(modelListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { models, total } = await listModels(input, { activeOnly: !isSuper(actor) });
      return {
        items: models.map((model) => presentModel(actor, model)),
        total,
        can: { create: permissionsOf(actor).includes('models.create') },
      };
    }),

  byProvider: procedure('registry:read')
    .input(modelsByProviderInput)
    .output(z.array(modelProjection).readonly())
    .query(({ input: { slug, capability } }) => AIModel.getModelsByProvider(slug, { capability })),

  byCapability: procedure('registry:read')
    .input(modelsByCapabilityInput)
    .output(z.array(modelProjection).readonly())
    .query(({ input }) => AIModel.getModelsByCapability(input.capability)),

  get: procedure('registry:read')
    .input(modelIdInput)
    .output(modelOutput)
    .query(async ({ ctx: { actor }, input }) =>
      presentModel(actor, await findModelFor(input.publicId, { activeOnly: !isSuper(actor) })),
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
      const model = await findModelFor(publicId, { activeOnly: !isSuper(actor) });
      authorize(modelPolicy, 'update', actor, model);
      return presentModel(actor, await updateModel(publicId, patch, by, expectedUpdatedAt));
    }),

  delete: procedure('admin')
    .input(modelIdInput)
    .output(modelDeleteOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      const model = await findModelFor(publicId, { activeOnly: !isSuper(actor) });
      authorize(modelPolicy, 'delete', actor, model);
      await deleteModel(publicId, by);
      return { publicId };
    }),
});

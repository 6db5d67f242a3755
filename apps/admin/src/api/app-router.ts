import {
  changePasswordInput,
  done,
  keyDecision,
  keyExplainInput,
  loginInput,
  loginOutput,
  meOutput,
  modelCreateInput,
  modelDeleteOutput,
  modelIdInput,
  modelListInput,
  modelListOutput,
  modelOutput,
  modelProjection,
  modelsByCapabilityInput,
  modelsByProviderInput,
  modelUpdateInput,
  providerCreateInput,
  providerDeleteOutput,
  providerIdInput,
  providerImpact,
  providerListInput,
  providerListOutput,
  providerOutput,
  providerProjection,
  providerSlugInput,
  providerUpdateInput,
  settingsListOutput,
  settingsOutput,
  settingsUpdateInput,
  setupInput,
  setupStatusOutput,
  type ErrorData,
} from '@ai-providers/contracts';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';

// Types only, until the server's own `AppRouter` is built: this module is never loaded.
const t = initTRPC.create({ errorFormatter: ({ shape }) => ({ ...shape, data: shape.data as unknown as ErrorData }) });
const never = (): never => {
  throw new Error('types only');
};
const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  t.procedure.input(input).output(output).query(never);
const mutation = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  t.procedure.input(input).output(output).mutation(never);
const nothing = z.void();

// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only its type is used
const appRouter = t.router({
  auth: t.router({
    login: mutation(loginInput, loginOutput),
    logout: mutation(nothing, done),
    me: query(nothing, meOutput),
    changePassword: mutation(changePasswordInput, done),
  }),
  system: t.router({ setupStatus: query(nothing, setupStatusOutput), setup: mutation(setupInput, loginOutput) }),
  providers: t.router({
    list: query(providerListInput, providerListOutput),
    active: query(nothing, z.array(providerProjection)),
    bySlug: query(providerSlugInput, providerOutput),
    create: mutation(providerCreateInput, providerOutput),
    update: mutation(providerUpdateInput, providerOutput),
    delete: mutation(providerIdInput, providerDeleteOutput),
    deletionImpact: query(providerIdInput, providerImpact),
  }),
  models: t.router({
    list: query(modelListInput, modelListOutput),
    byProvider: query(modelsByProviderInput, z.array(modelProjection)),
    byCapability: query(modelsByCapabilityInput, z.array(modelProjection)),
    create: mutation(modelCreateInput, modelOutput),
    update: mutation(modelUpdateInput, modelOutput),
    delete: mutation(modelIdInput, modelDeleteOutput),
  }),
  settings: t.router({
    mine: query(nothing, settingsListOutput),
    update: mutation(settingsUpdateInput, settingsOutput),
  }),
  keys: t.router({ explain: query(keyExplainInput, keyDecision) }),
});
export type AppRouter = typeof appRouter;

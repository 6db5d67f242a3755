import {
  capabilities,
  type Capability as CapabilityInContracts,
  type ErrorReason as ReasonInContracts,
} from '@ai-providers/contracts';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  isApiError,
  type Capability,
  type Client,
  type ErrorReason,
  type FieldError,
  type RouterInputs,
  type RouterOutputs,
} from './index.js';

// The type check refuses this file when a type is wrong; the calls are never made.
declare const client: Client;

describe('the types of the client', () => {
  it('names each capability that the server knows', () => {
    expectTypeOf<Capability>().toEqualTypeOf<CapabilityInContracts>();
    const each: readonly Capability[] = capabilities;
    expect(each).toContain('chat');
  });

  it('types inputs and answers by procedure', () => {
    expectTypeOf<RouterInputs['models']['byCapability']>().toEqualTypeOf<{ capability: Capability }>();
    expectTypeOf<RouterOutputs['models']['byCapability'][number]['pricingInput']>().toEqualTypeOf<string | null>();
    expectTypeOf<ReturnType<Client['providers']['active']['query']>>().resolves.toEqualTypeOf<
      RouterOutputs['providers']['active']
    >();
    expectTypeOf<RouterOutputs['keys']['resolve']['source']>().toEqualTypeOf<'shared' | 'personal'>();
  });

  it('refuses what the server would refuse', () => {
    const wrong = [
      // @ts-expect-error -- no such capability
      () => client.models.byCapability.query({ capability: 'telepathy' }),
      // @ts-expect-error -- the capability is needed
      () => client.models.byCapability.query(),
      // @ts-expect-error -- no such field
      () => client.providers.list.query({ deleted: true }),
    ];
    expect(wrong).toHaveLength(3);
  });

  it('has no procedure that the server has not', () => {
    expectTypeOf<Client>().not.toHaveProperty('secrets');
    expectTypeOf<Client['providers']>().not.toHaveProperty('explode');
    expectTypeOf<keyof Client['providers']['active']>().toEqualTypeOf<'query'>();
    expectTypeOf<keyof Client['providers']['create']>().toEqualTypeOf<'mutate'>();
  });

  it('types a refusal after isApiError', () => {
    const reasonOf = (error: unknown) => (isApiError(error) ? error.data.reason : null);
    expectTypeOf(reasonOf).returns.toEqualTypeOf<ErrorReason | null>();
    expectTypeOf<ErrorReason>().toEqualTypeOf<ReasonInContracts>();
    expectTypeOf<FieldError['message']>().toEqualTypeOf<string>();
    expect(reasonOf(new Error('mine'))).toBeNull();
  });
});

import type { AuditAction } from '@ai-providers/contracts';
import { auditActions } from '@ai-providers/contracts/names';

const secretActions = ['provider.update', 'settings.update'] as const;
/** What such an update must have changed to be about a key: renames and switches are not. */
const secretFields = ['sharedApiKey', 'personalApiKey'] as const;

/** Events that are asked for together, by the name that stands in the address. */
export const presets = {
  key_events: [
    'key.resolve',
    'keys.rotate',
    'keys.adopt',
    'token.create',
    'token.rotate',
    'token.revoke',
    ...secretActions,
  ],
  access: [
    'admin.create',
    'admin.update',
    'admin.invite',
    'admin.delete',
    'auth.invite_accept',
    'auth.password_change',
    'settings.limit',
    'token.create',
    'token.update',
    'token.rotate',
    'token.revoke',
  ],
  failed_sign_ins: ['auth.login_failed'],
} as const satisfies Record<string, readonly AuditAction[]>;
export type Preset = keyof typeof presets;
export const presetNames = Object.keys(presets) as Preset[]; // its own keys

/** Events of one kind, such as every `provider.…`, where there are several. */
export const groups = groupsOf(auditActions);

/** What the address names: a preset, a group or one event. Undefined for what this panel does not know. */
export function actionsOf(event: string): AuditAction[] | undefined {
  const preset = presetNames.find((name) => name === event);
  if (preset) return [...presets[preset]];
  const group = groups.find(({ name }) => name === event);
  if (group) return [...group.actions];
  const action = auditActions.find((each) => each === event);
  return action && [action];
}

/** What updates among them must have changed, where they are not all meant. */
export const changedIn = (event: string): { changed?: string[] } =>
  event === 'key_events' ? { changed: [...secretFields] } : {};

function groupsOf(actions: readonly AuditAction[]): Array<{ name: string; actions: AuditAction[] }> {
  const names = new Set(actions.map(groupOf));
  return [...names]
    .map((name) => ({ name, actions: actions.filter((action) => groupOf(action) === name) }))
    .filter(({ actions: { length } }) => length > 1);
}

function groupOf(action: AuditAction): string {
  return action.split('.', 1)[0] ?? action;
}

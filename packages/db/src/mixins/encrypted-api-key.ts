import { DataTypes, type Model, type ModelAttributeColumnOptions, type ModelStatic } from 'sequelize';
import { limits, type SecretState } from '@ai-providers/contracts';
import { DomainError } from '../errors.js';
import { portsOf } from '../ports.js';
import { secretsWritable } from '../secrets-check.js';
import { SecretUnreadableError } from '../secrets/secret-box.js';
import type { Row, RowClass } from './row.js';

interface Options {
  /** The attribute that holds the token; its companions are named after it. */
  attribute: string;
  /** The table, and the ids of the row's owners: with the row's own id, the place that a token is bound to. */
  place: (row: Row) => readonly string[];
}

/**
 * One API key per row, encrypted before a column ever holds it. Assigning plaintext to the attribute seals it;
 * '' or null removes it; a token of ours stays as it is. A token is bound to its row, so that a ciphertext
 * copied to another row is refused.
 */
export function EncryptedAPIKeyMixin<Base extends RowClass>(base: Base, { attribute, place }: Options) {
  const tokenOf = (row: Row): string => {
    const token = row.getDataValue(attribute);
    return typeof token === 'string' ? token : '';
  };

  abstract class WithEncryptedAPIKey extends base {
    /** @returns a Fernet token for `apiKey` */
    encryptKey(apiKey: string): string {
      return portsOf(this.sequelize).secrets.seal(apiKey);
    }

    /** @throws SecretUnreadableError when no key of this installation opens `token` */
    decryptKey(token: string): string {
      return portsOf(this.sequelize).secrets.open(token);
    }

    /** @throws DomainError `KEY_NOT_CONFIGURED` or `KEY_UNREADABLE`; never answers '' or the token */
    openStoredKey(): string {
      const token = tokenOf(this);
      if (token === '') throw new DomainError('KEY_NOT_CONFIGURED', 'No API key is stored here');
      if (!this.isStoredKeyReadable()) throw unreadable();
      const key = orUnreadable(() => this.decryptKey(token));
      if (key === '') throw unreadable(); // an authentic token of nothing: sent upstream it would be no key at all
      return key;
    }

    /** What may be shown of the stored key; decrypts nothing. */
    get storedKeyState(): Required<SecretState> {
      const set = tokenOf(this) !== '';
      const updatedAt = this.getDataValue(`${attribute}UpdatedAt`) as Date | null; // declared by encryptedKeyColumns
      return {
        set,
        last4: set ? textOrNull(this.getDataValue(`${attribute}Last4`)) : null,
        readable: set && this.isStoredKeyReadable(),
        updatedAt: (set && updatedAt?.toISOString()) || null,
      };
    }

    get hasStoredKey(): boolean {
      return tokenOf(this) !== '';
    }

    isStoredKeyReadable(): boolean {
      const { secrets } = portsOf(this.sequelize);
      const token = tokenOf(this);
      const binding = this.getDataValue(`${attribute}Binding`);
      return (
        typeof binding === 'string' && secrets.isSealed(token) && secrets.isBound(this.placeOfKey(), token, binding)
      );
    }

    /** Binds the token to this row; called before every save. */
    bindStoredKey(): void {
      if (!this.changed(attribute)) return;
      const { secrets } = portsOf(this.sequelize);
      const before = this.isNewRecord ? '' : this.previous(attribute);
      if (typeof before === 'string' && before !== '') secrets.forget(before);
      const token = tokenOf(this);
      if (token === '' && this.isNewRecord) return;
      if (!secretsWritable(this.sequelize)) {
        throw new DomainError(
          'ENCRYPTION_KEY_MISMATCH',
          'Keys cannot be changed: SECRET_KEY is not the one that this database was made with',
        );
      }
      this.setDataValue(`${attribute}Binding`, token === '' ? null : secrets.bind(this.placeOfKey(), token));
    }

    placeOfKey(): readonly string[] {
      return [...place(this), attribute, String(this.getDataValue('publicId'))];
    }

    /** No token and nothing of its surroundings is ever serialised by accident. */
    override toJSON(): object {
      return {
        ...super.toJSON(),
        [attribute]: undefined,
        [`${attribute}Last4`]: undefined,
        [`${attribute}Binding`]: undefined,
      };
    }
  }
  return WithEncryptedAPIKey;
}

/** The columns of an encrypted key. The setter seals at once: no column and no error ever holds plaintext. */
export function encryptedKeyColumns<Name extends string>(attribute: Name) {
  const columns: Record<string, ModelAttributeColumnOptions> = {
    [attribute]: {
      type: DataTypes.TEXT,
      allowNull: false,
      defaultValue: '',
      set(this: Model, value: unknown) {
        sealInto(this, attribute, value);
      },
    },
    [`${attribute}Last4`]: { type: DataTypes.STRING(4) },
    [`${attribute}Binding`]: { type: DataTypes.STRING(64) },
    [`${attribute}UpdatedAt`]: { type: DataTypes.DATE },
  };
  return columns as Record<Name | `${Name}Last4` | `${Name}Binding` | `${Name}UpdatedAt`, ModelAttributeColumnOptions>; // the four above
}

/** Lets every way of writing bind the token. */
export function installKeyBinding(model: ModelStatic<Model & { bindStoredKey(): void }>, attribute: string): void {
  model.beforeCreate('bind-key', (row) => row.bindStoredKey());
  model.beforeUpdate('bind-key', (row) => row.bindStoredKey());
  model.beforeBulkCreate('bind-key', (rows) => rows.forEach((row) => row.bindStoredKey()));
  // Each row needs a binding of its own, so a static update that writes the key goes row by row.
  model.addHook('beforeBulkUpdate', 'bind-key', (options) => {
    const { fields = [] } = options as { fields?: string[] }; // the attributes it writes; missing in the types
    if (!fields.includes(attribute)) return;
    fields.push(`${attribute}Binding`);
    Object.assign(options, { individualHooks: true });
  });
}

function sealInto(row: Model, attribute: string, value: unknown): void {
  const { secrets, now } = portsOf(row.sequelize);
  if (value === null || value === undefined || value === '') {
    row.setDataValue(attribute, '');
    row.setDataValue(`${attribute}Last4`, null);
    row.setDataValue(`${attribute}UpdatedAt`, now());
    return;
  }
  if (typeof value !== 'string') throw new TypeError('An API key must be a string');
  const sealed = secrets.isSealed(value);
  row.setDataValue(attribute, sealed ? value : secrets.seal(value));
  row.setDataValue(`${attribute}Last4`, lastFourOf(sealed ? secrets.open(value) : value));
  row.setDataValue(`${attribute}UpdatedAt`, now());
}

/** What may be shown of a key: nothing of a short one. */
export function lastFourOf(plaintext: string): string | null {
  return plaintext.length >= limits.secretPreviewMin ? plaintext.slice(-4) : null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function orUnreadable(open: () => string): string {
  try {
    return open();
  } catch (error) {
    throw error instanceof SecretUnreadableError ? unreadable() : error;
  }
}

const unreadable = () =>
  new DomainError('KEY_UNREADABLE', 'The stored API key cannot be read with this SECRET_KEY. Enter the key again.');

import type { Disposable, Memento, SecretStorage } from 'vscode';
import type { ActiveIncident } from '../documents/activeIncident.ts';

/** A parameter that has a value. */
export interface Remembered {
  readonly name: string;
  readonly key: string;
  readonly secret: boolean;
}

interface Kept {
  readonly name: string;
  /** Undefined for a secret, whose value is kept elsewhere. */
  readonly value?: string;
}

type KeptByKey = Readonly<Record<string, Kept>>;

const memory = 'incidentDocs.parameters';
/** Without an active incident values hold until the window is closed. */
const session = 'session';

/**
 * The values that were given to parameters: those of the active incident, shared by all its runbooks and gone once it is
 * over, or those of this session where there is no incident. Secrets are in the editor's secret storage and nowhere else.
 */
export class ParameterValues implements Disposable {
  readonly #activeIncident: ActiveIncident;
  readonly #state: Memento;
  readonly #secrets: SecretStorage;
  /** Tells the secrets of this workspace from those of others. */
  readonly #workspace: string;
  readonly #subscription: Disposable;
  #incident: string | undefined;

  constructor(activeIncident: ActiveIncident, state: Memento, secrets: SecretStorage, workspace: string) {
    this.#activeIncident = activeIncident;
    this.#state = state;
    this.#secrets = secrets;
    this.#workspace = workspace;
    this.#subscription = activeIncident.onDidChange((uri) => {
      const over = this.#incident;
      this.#incident = uri?.toString();
      if (uri === undefined && over !== undefined) void this.#forget(over);
    });
    void this.#forget(session);
  }

  /** The value of a parameter; undefined where it has none. */
  async of(key: string): Promise<string | undefined> {
    const scope = await this.#scope();
    const kept = this.#kept(scope)[key];
    return kept && 'value' in kept ? kept.value : kept && (await this.#secrets.get(this.#secretKey(scope, key)));
  }

  async remember({ name, key, secret }: Remembered, value: string): Promise<void> {
    const scope = await this.#scope();
    if (secret) await this.#secrets.store(this.#secretKey(scope, key), value);
    else await this.#secrets.delete(this.#secretKey(scope, key));
    await this.#keep(scope, { ...this.#kept(scope), [key]: secret ? { name } : { name, value } });
  }

  /** The parameters that have a value. */
  async all(): Promise<readonly Remembered[]> {
    const kept = this.#kept(await this.#scope());
    return Object.entries(kept).map(([key, { name, value }]) => ({ name, key, secret: value === undefined }));
  }

  /** Forgets all values that hold now. */
  async forget(): Promise<void> {
    await this.#forget(await this.#scope());
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #scope(): Promise<string> {
    this.#incident = (await this.#activeIncident.find())?.toString();
    return this.#incident ?? session;
  }

  #kept(scope: string): KeptByKey {
    return this.#state.get<Readonly<Record<string, KeptByKey>>>(memory, {})[scope] ?? {};
  }

  async #keep(scope: string, kept: KeptByKey): Promise<void> {
    const { [scope]: _before, ...others } = this.#state.get<Readonly<Record<string, KeptByKey>>>(memory, {});
    const isEmpty = Object.keys(kept).length === 0;
    await this.#state.update(memory, isEmpty ? others : { ...others, [scope]: kept });
  }

  async #forget(scope: string): Promise<void> {
    const kept = this.#kept(scope);
    await this.#keep(scope, {});
    for (const key of Object.keys(kept)) await this.#secrets.delete(this.#secretKey(scope, key));
  }

  #secretKey(scope: string, key: string): string {
    return `${memory} ${this.#workspace} ${scope} ${key}`;
  }
}

import type { SecretStorage } from 'vscode';

/** Where the address of the webhook is kept: it is a key, and belongs neither into a file nor into the settings. */
const secretName = 'incidentDocs.webhook';

/** How a message that was to be posted ended. */
export type Delivery =
  { readonly state: 'posted' } | { readonly state: 'failed' | 'uncertain'; readonly reason: string };

/** How long one attempt may take, in ms. */
const patience = 10_000;
/** How long to wait before each further attempt, in ms. */
const pauses: readonly number[] = [500, 2000];

/** The address that a person has set, or the team's. */
export async function webhookAddress(secrets: SecretStorage, ofTeam: string | undefined): Promise<string | undefined> {
  return (await secrets.get(secretName)) ?? ofTeam;
}

/** Keeps an address, or forgets it. */
export async function keepWebhook(secrets: SecretStorage, address: string | undefined): Promise<void> {
  await (address === undefined ? secrets.delete(secretName) : secrets.store(secretName, address));
}

/** What is wrong with an address; undefined for one that a message may go to. */
export function wrongAddress(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isHere = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (isHere && url.protocol === 'http:')) return undefined;
  return 'A webhook has an address that begins with https://, for what is posted must not be read on the way.';
}

/**
 * Posts a message as `{ "text": … }`, which Slack and its kin take. What surely did not arrive is tried again; where nobody
 * can tell, it is not, for an update must not stand there twice.
 */
export async function post(address: string, text: string, wait = pause): Promise<Delivery> {
  const wrong = wrongAddress(address);
  if (wrong !== undefined) return { state: 'failed', reason: wrong };
  for (const delay of pauses) {
    const outcome = await attempt(address, text);
    if (outcome.state !== 'refused') return outcome;
    await wait(delay);
  }
  const outcome = await attempt(address, text);
  return outcome.state === 'refused' ? { state: 'failed', reason: outcome.reason } : outcome;
}

/** `refused` stands for what the other side surely has not taken, and may take later. */
type Attempt = Delivery | { readonly state: 'refused'; readonly reason: string };

async function attempt(address: string, text: string): Promise<Attempt> {
  const { host } = new URL(address);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ text }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return { state: 'posted' };
    const reason = `${host} did not take the update: it answered ${response.status}${inWords(response.status)}.`;
    return { state: response.status === 429 || response.status === 503 ? 'refused' : 'failed', reason };
  } catch (error) {
    if (wasNeverSent(error))
      return { state: 'refused', reason: `${host} can't be reached; the update was not posted.` };
    const reason = `${host} did not answer in time, so the update may or may not have arrived; look there before you post it again.`;
    return { state: 'uncertain', reason };
  }
}

function inWords(status: number): string {
  if (status === 401 || status === 403 || status === 404 || status === 410)
    return ', so the address is wrong or no longer holds';
  if (status >= 300 && status < 400) return ', another address, which is not followed';
  return '';
}

/** Whether a connection failed before anything of the message had left. */
function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause !== null && typeof cause === 'object' && 'code' in cause ? cause.code : undefined;
  return (
    typeof code === 'string' &&
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)
  );
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

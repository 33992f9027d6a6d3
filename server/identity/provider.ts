/** A provider of identity, asked by OpenID Connect: code with PKCE, state and nonce; every token's signature is checked. */
import {createRemoteJWKSet, type JWTPayload, jwtVerify} from "jose";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState
} from "openid-client";
import type {Flow} from "../../queries/registry/flows.ts";
import type {Claims} from "./claims.ts";
import {isOnThisMachine, type ProviderSettings} from "./settings.ts";

export interface Provider {
  readonly issuer: string;
  begin(redirect: string): Promise<{readonly url: URL; readonly flow: Omit<Flow, "provider" | "back">}>;
  /** What the provider says of who comes back with `answer`; throws where anything about it is not right. */
  finish(
    answer: URL,
    flow: Flow
  ): Promise<{readonly claims: Claims; readonly subject: string; readonly session: string}>;
  /** Where to sign out there too; null where it has no such place. */
  signOutUrl(redirect: string): Promise<URL | null>;
  /** Whom a token of the provider says to sign out; throws where it is not a right one. */
  readLogout(token: string): Promise<{readonly subject: string | null; readonly session: string | null}>;
}

const skewSeconds = 60;
const keepMs = 3_600_000;

export function openProvider(settings: ProviderSettings, secret: string): Provider {
  const configuration = keeping(() => discover(settings, secret));
  return {
    issuer: settings.issuer,
    async begin(redirect) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: settings.scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
        acr_values: settings.required_acr.join(" ")
      });
      return {url, flow: {state, nonce, verifier}};
    },
    finish: async (answer, flow) => finish(await configuration(), settings, answer, flow),
    async signOutUrl(redirect) {
      const known = await configuration();
      if (!known.serverMetadata().end_session_endpoint) return null;
      return buildEndSessionUrl(known, {post_logout_redirect_uri: redirect});
    },
    readLogout: async (token) => readLogout(await configuration(), settings, token)
  };
}

async function discover(settings: ProviderSettings, secret: string): Promise<Configuration> {
  const {issuer, client_id: client, algorithm} = settings;
  const metadata = {id_token_signed_response_alg: algorithm, [clockTolerance]: skewSeconds};
  const execute = [enableNonRepudiationChecks, ...(isOnThisMachine(issuer) ? [allowInsecureRequests] : [])];
  return discovery(new URL(issuer), client, metadata, ClientSecretPost(secret), {execute, timeout: 10});
}

/** Kept for an hour; a failure is not kept. */
function keeping<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let kept: {readonly value: Promise<Value>; readonly until: number} | null = null;
  return () => {
    if (kept && kept.until > Date.now()) return kept.value;
    const value = make();
    kept = {value, until: Date.now() + keepMs};
    value.catch(() => {
      kept = null;
    });
    return value;
  };
}

async function finish(configuration: Configuration, settings: ProviderSettings, answer: URL, flow: Flow) {
  const tokens = await authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: flow.verifier,
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    idTokenExpected: true
  });
  const known = tokens.claims()!;
  const {client_id: client, userinfo} = settings;
  if (!/^[\x20-\x7e]{1,255}$/.test(known.sub)) throw new Error("a subject that is none");
  if (known.azp !== undefined && known.azp !== client) throw new Error("a token for another party");
  if ([known.aud].flat().length > 1) throw new Error("a token for several parties");
  const more = userinfo ? await fetchUserInfo(configuration, tokens.access_token, known.sub) : {};
  const session = typeof known.sid === "string" ? known.sid : "";
  return {claims: {...more, ...known}, subject: known.sub, session};
}

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
const longestLogoutSeconds = 300;

async function readLogout(configuration: Configuration, settings: ProviderSettings, token: string) {
  const keys = createRemoteJWKSet(new URL(configuration.serverMetadata().jwks_uri!), {timeoutDuration: 5000});
  const {payload} = await jwtVerify(token, keys, {
    issuer: settings.issuer,
    audience: settings.client_id,
    algorithms: [settings.algorithm],
    clockTolerance: skewSeconds,
    maxTokenAge: longestLogoutSeconds,
    requiredClaims: ["iat", "jti", "events"]
  });
  if (!isLogout(payload)) throw new Error("not a logout token");
  const {sub = null, sid = null} = payload as {sub?: string; sid?: string};
  if (!sub && !sid) throw new Error("a logout token of nobody");
  return {subject: sub, session: sid};
}

function isLogout({events, nonce}: JWTPayload): boolean {
  return typeof events === "object" && events !== null && Object.hasOwn(events, logoutEvent) && nonce === undefined;
}

/** A real provider of identity in this process, which lets everybody in as whom the test says. */
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import Provider from "oidc-provider";
import {clientSecret} from "./hostile-provider.ts";

export interface RealProvider {
  readonly issuer: string;
  /** Where the client may be sent back to; known once the client runs. */
  allow(origin: string): void;
  who: {readonly sub: string; readonly acr: string; readonly claims: Readonly<Record<string, unknown>>};
  close(): Promise<void>;
}

export async function openRealProvider(): Promise<RealProvider> {
  let provider: Provider;
  const server = createServer((request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url!)?.[1];
    if (!uid) return void provider.callback()(request, response);
    const login = {accountId: state.who.sub, acr: state.who.acr};
    void provider.interactionFinished(request, response, {login, consent: {}}, {mergeWithLastSubmission: false});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: RealProvider = {
    issuer,
    allow: (origin) => {
      provider = providerFor(issuer, `${origin}/log-ind/medarbejder/svar`, () => state.who.claims);
    },
    who: {sub: "somebody", acr: "substantial", claims: {}},
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  return state;
}

function providerFor(issuer: string, redirect: string, claims: () => Readonly<Record<string, unknown>>): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: "aarshjul",
        client_secret: clientSecret,
        redirect_uris: [redirect],
        token_endpoint_auth_method: "client_secret_post"
      }
    ],
    cookies: {keys: ["a key of the test"]},
    acrValues: ["low", "substantial", "high"],
    claims: {openid: ["sub", "acr"], profile: ["name", "roles", "org"]},
    conformIdTokenClaims: false,
    features: {devInteractions: {enabled: false}},
    pkce: {required: () => true},
    findAccount: async (_, sub) => ({accountId: sub, claims: async () => ({sub, ...claims()})}),
    loadExistingGrant: async ({oidc}) => {
      const grant = new oidc.provider.Grant({clientId: "aarshjul", accountId: oidc.session!.accountId});
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    interactions: {url: (_, {uid}) => `/interaction/${uid}`}
  });
}

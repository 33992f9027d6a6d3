/** A provider of identity that lies in every way a test asks it to. */
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT} from "jose";

export const clientSecret = "a-secret-of-the-client-that-is-long-enough";

/** What the provider would honestly say, to be changed. */
export interface Said {
  header: JWTHeaderParameters & Record<string, unknown>;
  payload: Record<string, unknown>;
  key: CryptoKey | Uint8Array;
}

export interface HostileProvider {
  readonly issuer: string;
  readonly foreignKey: CryptoKey;
  readonly publicModulus: Uint8Array;
  /** Of the sign-in that is under way. */
  nonce: string;
  /** Changes the next token; may give a whole token of its own. */
  attack: (said: Said) => Said | string | null | Promise<string>;
  answer: ((good: object) => {status: number; body: string}) | null;
  sign(payload: Record<string, unknown>, header?: Partial<JWTHeaderParameters>, key?: CryptoKey): Promise<string>;
  close(): Promise<void>;
}

export async function openHostileProvider(claims: Record<string, unknown>): Promise<HostileProvider> {
  const [own, foreign] = await Promise.all([1, 2].map(() => generateKeyPair("RS256", {extractable: true})));
  const jwk = {...(await exportJWK(own!.publicKey)), kid: "one", alg: "RS256", use: "sig"};
  const honest = {
    nonce: "",
    attack: (said: Said) => said as Said | string | null | Promise<string>,
    answer: null as HostileProvider["answer"]
  };
  const server = createServer((request, response) => {
    const send = (body: string, status = 200) =>
      response.writeHead(status, {"content-type": "application/json"}).end(body);
    const path = new URL(request.url!, issuer).pathname;
    if (path.endsWith("openid-configuration")) return send(JSON.stringify(metadataOf(issuer)));
    if (path === "/jwks") return send(JSON.stringify({keys: [jwk]}));
    if (path !== "/token") return send("{}", 404);
    token().then(
      ({status, body}) => send(body, status),
      (error) => send(JSON.stringify({error: String(error)}), 500)
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seconds = () => Math.floor(Date.now() / 1000);
  const sign = async (payload: Record<string, unknown>, header = {}, key: CryptoKey | Uint8Array = own!.privateKey) =>
    new SignJWT(payload).setProtectedHeader({alg: "RS256", kid: "one", ...header}).sign(key);
  async function token() {
    const payload = {
      iss: issuer,
      aud: "aarshjul",
      sub: "person-1",
      sid: "session-1",
      iat: seconds(),
      exp: seconds() + 300,
      nonce: honest.nonce,
      ...claims
    };
    const said = await honest.attack({header: {alg: "RS256", kid: "one"}, payload, key: own!.privateKey});
    const id_token =
      typeof said === "string" ? said : said && (await sign(said.payload, said.header, said.key as CryptoKey));
    const good = {access_token: "opaque", token_type: "Bearer", expires_in: 300, ...(id_token && {id_token})};
    return honest.answer?.(good) ?? {status: 200, body: JSON.stringify(good)};
  }
  return Object.assign(honest, {
    issuer,
    foreignKey: foreign!.privateKey,
    publicModulus: Buffer.from(jwk.n!, "base64url"),
    sign,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
}

function metadataOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
    authorization_response_iss_parameter_supported: true
  };
}

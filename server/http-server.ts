import {createServer, type RequestListener, type Server} from "node:http";

export interface ConnectionLimits {
  /** Until a request's headers have come. */
  readonly headersMs: number;
  /** Until the whole of a request has come. */
  readonly requestMs: number;
  /** Between two requests on one connection. */
  readonly idleMs: number;
  /** How often slow ones are looked for. */
  readonly lookMs: number;
  readonly headerBytes: number;
  readonly connections: number;
  readonly requestsPerConnection: number;
}

export const connectionLimits: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 20_000,
  lookMs: 2_000,
  headerBytes: 16_384,
  connections: 2_000,
  requestsPerConnection: 10_000
};

/** A server that nobody can hold by sending slowly or by opening connections without end. */
export function httpServer(app: RequestListener, limits: ConnectionLimits = connectionLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.lookMs,
      maxHeaderSize: limits.headerBytes
    },
    app
  );
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  return server;
}

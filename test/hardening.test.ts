import {once} from "node:events";
import {connect} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApp} from "../server/app.ts";
import {networkOf, usualBudgets} from "../server/budgets.ts";
import {connectionLimits, httpServer} from "../server/http-server.ts";
import type {Declared} from "../server/identity/routes.ts";
import type {Deps} from "../server/page.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {listen, rawStatus} from "./server-fixture.ts";

const publicUrl = new URL("https://tal.kommune.dk");
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({publicUrl});
});
afterAll(() => stage.close());

const deps = (change: Partial<Deps> = {}): Deps => ({...stage.deps, ...change});
const send = (path: string, init: RequestInit = {}, origin = stage.origin) =>
  fetch(new URL(path, origin), {redirect: "manual", ...init});
const ownForm = (body: string, from = "203.0.113.1") => ({
  method: "POST",
  headers: {
    origin: publicUrl.origin,
    "x-forwarded-for": from,
    "content-type": "application/x-www-form-urlencoded"
  },
  body
});

describe("spendBudgets(deps)", () => {
  const few = {
    form: {sender: 3, strangers: 6},
    notice: {sender: 3, strangers: 6},
    file: {sender: 3, strangers: 6},
    search: {sender: 3, strangers: 6}
  };
  const wrong = "navn=nogen&saetning=forkert&til=";
  const statuses = async (ask: (turn: number, origin: string) => Promise<Response>, turns: number) => {
    const {origin, close} = await listen(createApp(deps({budgets: few})));
    const seen: number[] = [];
    for (let turn = 0; turn < turns; turn++) seen.push((await ask(turn, origin)).status);
    await close();
    return seen;
  };

  it("stops one sender, and tells it when to come back", async () => {
    const seen = await statuses((_, origin) => send("/log-ind", ownForm(wrong), origin), 4);
    expect(seen).toEqual([422, 422, 422, 429]);
    const {origin, close} = await listen(createApp(deps({budgets: {...few, search: {sender: 1, strangers: 6}}})));
    await send("/?q=skole", {}, origin);
    const refused = await send("/?q=skole", {}, origin);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    const text = await refused.text();
    await close();
    expect(text).toContain("Der er spurgt for meget på kort tid");
  });
  it("stops strangers from many addresses together", async () => {
    const from = (turn: number) => `198.51.100.${turn}`;
    const forms = await statuses((turn, origin) => send("/log-ind", ownForm(wrong, from(turn)), origin), 8);
    expect(forms).toEqual([422, 422, 422, 422, 422, 422, 429, 429]);
    const files = await statuses(
      (turn, origin) => send("/noegletal/nope/hent", {headers: {"x-forwarded-for": from(turn)}}, origin),
      8
    );
    expect(files.slice(6)).toEqual([429, 429]);
  });
  it("counts all addresses of an IPv6 network as one, and an IPv4 address as itself", async () => {
    const seen = await statuses(
      (turn, origin) => send("/api/soeg?q=a", {headers: {"x-forwarded-for": `2001:db8:1:2:${turn}::${turn}`}}, origin),
      4
    );
    expect(seen).toEqual([200, 200, 200, 429]);
    expect(networkOf("2001:db8:1:2:a::1")).toBe(networkOf("2001:db8:1:2:b:c:d:e"));
    expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
    expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  });
  it("leaves ordinary pages alone, and leaves room for a municipality behind one address", async () => {
    const pages = await statuses((_, origin) => send("/om", {}, origin), 12);
    expect(new Set(pages)).toEqual(new Set([200]));
    expect(usualBudgets.form.sender).toBeGreaterThanOrEqual(60);
  });
  it("believes a sender's address only from a proxy on this machine", async () => {
    const local = createApp(deps({budgets: few, identity: {...stage.deps.identity, publicUrl: null}}));
    const {origin, close} = await listen(local);
    const seen: number[] = [];
    for (let turn = 0; turn < 4; turn++)
      seen.push((await send("/api/soeg?q=a", {headers: {"x-forwarded-for": `192.0.2.${turn}`}}, origin)).status);
    await close();
    expect(seen).toEqual([200, 200, 200, 429]);
  });
});

describe("httpServer(app, limits)", () => {
  it("closes what sends slowly while it answers others", async () => {
    const limits = {...connectionLimits, headersMs: 300, requestMs: 600, lookMs: 50};
    const {origin, close} = await listen(httpServer(createApp(deps()), limits));
    const closed = [
      slowly(origin, "GET / HTTP/1.1\r\nHost: x\r\nX-A: ", "a"),
      slowly(origin, "POST /log-ind HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n", "a")
    ];
    expect((await send("/om", {}, origin)).status).toBe(200);
    for (const after of await Promise.all(closed)) expect(after).toBeLessThan(3_000);
    await close();
  });
  it("refuses headers without end", async () => {
    const {origin, close} = await listen(httpServer(createApp(deps())));
    expect(await rawStatus(origin, "/om", {"x-long": "a".repeat(20_000)})).toBe(431);
    await close();
  });
  it("takes no request whose length is told in two ways", async () => {
    const {origin, close} = await listen(httpServer(createApp(deps())));
    const head = "POST /log-ind HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n";
    expect(await firstLine(origin, `${head}0\r\n\r\nGET /om HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(" 400 ");
    expect(await firstLine(origin, "GET /om HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n")).toContain(" 400 ");
    await close();
  });
});

describe("every declared route", () => {
  const declared = () => createApp(deps()).locals.declared as readonly Declared[];
  const plain = (path: string) => path.replace(/\*\w+/, "x.json").replaceAll(/:\w+/g, "x");

  it("refuses a body that is too large", async () => {
    const forms = declared().filter(({method}) => method === "post");
    expect(forms.length).toBeGreaterThan(15);
    for (const {path} of forms) {
      const {status} = await send(plain(path), ownForm(`x=${"a".repeat(200_000)}`));
      expect([path, status >= 300 && status < 500], `${path} ${status}`).toEqual([path, true]);
    }
  });
  it("has the headers that a browser needs, whatever it answers", async () => {
    for (const {path, method} of declared()) {
      const {headers} = await send(plain(path), {method});
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, path).toMatch(/default-src 'none'.*frame-ancestors 'none'/s);
      expect(policy, path).not.toContain("unsafe");
      expect(headers.get("strict-transport-security"), path).toBe("max-age=31536000; includeSubDomains");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
      expect(headers.get("content-type") ?? "text/html; charset=utf-8", path).toMatch(/charset=utf-8|^image|octet/);
    }
  });
  it("answers nonsense with a refusal, never with a failure of its own", async () => {
    const nonsense = ["'", "1;--", "../../x", "__proto__", "\u{1F418}", "<x>", "-1e309", "%00", "a".repeat(3000)];
    const people = await Promise.all(
      ["steward:*", "administration-chief:751", "administrator:*", "auditor:*"].map(async (grant, index) =>
        signedIn(stage, await makeAccount(stage, `nonsense-${index}`, [grant], "-"))
      )
    );
    for (const person of people) person.cookies.set("__Host-aarshjul", person.cookies.get("aarshjul")!);
    for (const person of people) expect((await person.get("/konto")).status).toBe(200);
    for (const [index, {path}] of declared()
      .filter(({method}) => method === "get")
      .entries())
      for (const [turn, word] of nonsense.entries()) {
        const text = encodeURIComponent(word);
        const asked = `${path.replace(/\*\w+/, text).replaceAll(/:\w+/g, text)}?${turn % 2 ? "kommune" : text}=${text}`;
        const {status} = await people[(index + turn) % people.length]!.get(asked);
        expect([asked.slice(0, 80), status < 500], String(status)).toEqual([asked.slice(0, 80), true]);
      }
  });
  it("answers no other methods", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect([404, 405, 200]).toContain((await send("/konto", {method})).status);
    expect(await firstLine(stage.origin, "TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: s\r\n\r\n")).toMatch(/ 40[45] /);
  });
});

describe("behind a proxy that says another host", () => {
  it("takes a report from the public address and from no other", async () => {
    const form = {tal: "/tal/school-absence/751014/2025-H2", tekst: "Tallet er galt.", kontakt: ""};
    const post = (origin: string) =>
      send("/fejl", {method: "POST", headers: {origin}, body: new URLSearchParams(form)});
    expect((await post(publicUrl.origin)).status).toBe(303);
    expect((await post(stage.origin)).status).toBe(400);
  });
});

describe("errorPages(deps)", () => {
  it("writes neither the address nor a person's number to the log, in one line, with the id that is shown", async () => {
    const logged = stage.logged as string[];
    logged.length = 0;
    const broken = async () => {
      throw new Error("no such pupil: 010203-1234");
    };
    const {origin, close} = await listen(createApp(deps({registry: broken as never})));
    const answer = await send(`/kalender/${"s".repeat(32)}.ics`, {}, origin);
    const text = await answer.text();
    await close();
    const [line, ...more] = logged;
    expect([answer.status, more]).toEqual([500, []]);
    expect(line).toContain(/<code>([0-9a-f]{8})<\/code>/.exec(text)![1]!);
    expect(JSON.parse(line!)).toMatchObject({route: "/kalender/:file", err: {message: "left out"}});
    expect(line + text).not.toContain("010203");
    expect(line).not.toContain("ssss");
    expect(text).not.toMatch(/at .*\.ts:\d+/);
  });
  it("tells of forms that were refused, and nothing of what stood in them", async () => {
    const logged = stage.logged as string[];
    logged.length = 0;
    await send("/log-ind", ownForm("navn=Anna&saetning=hemmelig&til=&rolle=administrator"));
    await send("/log-ind", {...ownForm("navn=Anna&saetning=hemmelig&til="), headers: {origin: "https://ond.example"}});
    expect(logged.map((line) => JSON.parse(line).why)).toEqual(["unrecognized_keys", "bad input"]);
    expect(logged.join("")).not.toMatch(/Anna|hemmelig|rolle|ond\.example/);
  });
});

/** Milliseconds until the server closed a connection that sends a letter now and then. */
function slowly(origin: string, head: string, letter: string): Promise<number> {
  const since = performance.now();
  const socket = connect(Number(new URL(origin).port), "127.0.0.1", () => socket.write(head));
  const timer = setInterval(() => socket.writable && socket.write(letter), 50);
  socket.on("error", () => {});
  socket.resume();
  return new Promise((resolve) =>
    socket.once("close", () => {
      clearInterval(timer);
      resolve(performance.now() - since);
    })
  );
}

async function firstLine(origin: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1", () => socket.write(text));
  socket.on("error", () => {});
  const [chunk] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return chunk.toString().split("\r\n")[0]!;
}

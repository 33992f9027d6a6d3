/** A browser without script for tests: keeps cookies, sends forms with an origin, and does not follow redirects. */
export interface Visit {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly location: string | null;
}

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Visit>;
  head(path: string): Promise<Visit>;
  post(path: string, form: Readonly<Record<string, string>> | string, headers?: Record<string, string>): Promise<Visit>;
  readonly cookies: Map<string, string>;
}

export function openVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Visit> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {...(cookie && {cookie}), ...(init.headers as Record<string, string>)};
    const response = await fetch(new URL(path, origin), {...init, headers, redirect: "manual"});
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    const {status, headers: answered} = response;
    return {status, headers: answered, text: await response.text(), location: answered.get("location")};
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, {headers}),
    head: (path) => ask(path, {method: "HEAD"}),
    post: (path, form, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: {origin, "content-type": "application/x-www-form-urlencoded", ...headers},
        body: typeof form === "string" ? form : new URLSearchParams(form).toString()
      })
  };
}

/** The value of a hidden field. */
export function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
}

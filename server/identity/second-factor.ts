/** Codes of an authenticator app (RFC 6238), and the picture by which the app learns the secret. */
import {generateSecret, generateURI, verifySync} from "otplib";
import {renderSVG} from "uqr";

const period = 30;

export function makeTotpSecret(): string {
  return generateSecret({length: 20});
}

/** The time step that the code is of, at most one step early or late; null where it is wrong. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({secret, token, epoch, period, epochTolerance: period});
  return found.valid ? Math.floor(epoch / period) + found.delta : null;
}

export function enrolment(secret: string, name: string) {
  const uri = generateURI({issuer: "Aarshjul", label: name, secret});
  const svg = renderSVG(uri, {border: 2, pixelSize: 4}).replace(
    "<svg ",
    '<svg role="presentation" aria-hidden="true" '
  );
  return {svg, secret: secret.replaceAll(/(.{4})(?=.)/g, "$1 ")};
}

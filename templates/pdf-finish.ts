import type {PrintMeta} from "./pdf.ts";
export function finishPdf(bytes: Uint8Array, _meta: PrintMeta): Uint8Array {
  return bytes;
}

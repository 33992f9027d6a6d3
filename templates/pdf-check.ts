import type {PrintMeta} from "./pdf.ts";
export function checkPdf(_bytes: Uint8Array, _meta: PrintMeta): void {}

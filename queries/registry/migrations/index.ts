import type {Migration} from "kysely/migration";
import {start} from "./001-start.ts";
import {wheel} from "./002-wheel.ts";
import {audit} from "./004-audit.ts";
import {errorReports} from "./005-error-reports.ts";
import {access} from "./006-access.ts";
import {retention} from "./007-retention.ts";
import {conversations} from "./008-conversations.ts";
import {observations} from "./009-observations.ts";
import {issues} from "./010-issues.ts";
import {trust} from "./012-trust.ts";
import {recipientHistory} from "./013-recipient-history.ts";

/** In the order of their names; a migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  "001-start": start,
  "002-wheel": wheel,
  "004-audit": audit,
  "005-error-reports": errorReports,
  "006-access": access,
  "007-retention": retention,
  "008-conversations": conversations,
  "009-observations": observations,
  "010-issues": issues,
  "012-trust": trust,
  "013-recipient-history": recipientHistory
};

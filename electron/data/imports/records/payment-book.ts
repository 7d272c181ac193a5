import type { ReadDb } from '#electron/db/handles.ts';
import { type ClaimHead, listClaims } from '#electron/db/tables/claims.ts';
import { listAllPayments, listPayments, type StoredPayment } from '#electron/db/tables/payments.ts';
import {
  listAid,
  listAllAid,
  listProjects,
  type StoredAid,
  type StoredProject,
} from '#electron/db/tables/projects.ts';
import { byFirm } from './store.ts';

/** What the ledger knows of one firm's awards. */
export type PaymentBook = {
  readonly claims: readonly ClaimHead[];
  readonly projects: readonly StoredProject[];
  readonly payments: readonly StoredPayment[];
  readonly aid: readonly StoredAid[];
};

/** The books of all firms, read at once. */
export function paymentBooks(db: ReadDb): (firmId: number) => PaymentBook {
  const claims = byFirm(listClaims(db));
  const projects = byFirm(listProjects(db));
  const payments = byFirm(listAllPayments(db));
  const aid = byFirm(listAllAid(db));
  return (firmId) => ({
    claims: claims.get(firmId) ?? [],
    projects: projects.get(firmId) ?? [],
    payments: payments.get(firmId) ?? [],
    aid: aid.get(firmId) ?? [],
  });
}

/** The book of one firm as it is now, for writing row by row. */
export function paymentBook(db: ReadDb, firmId: number): PaymentBook {
  const claims = listClaims(db, { firmId });
  return {
    claims,
    projects: listProjects(db, { firmId }),
    payments: claims.flatMap(({ id }) => listPayments(db, id)),
    aid: listAid(db, firmId),
  };
}

export { receiptReplies, type ReceiptRefusal } from './errors.ts';
export type { EphemeralService } from './ephemeral/ephemeral.ts';
export type { EphemeralChanges } from './ephemeral/feed.ts';
export type { ReceiptService } from './markers/receipt-service.ts';
export { receiptRoutes } from './routes/index.ts';
export { createReceipts, type Receipts } from './service.ts';

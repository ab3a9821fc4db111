export { receiptReplies } from './errors.ts';
export { receiptRoutes } from './routes/index.ts';
export { createReceipts, type Receipts } from './service.ts';

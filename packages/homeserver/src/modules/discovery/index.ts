export { discoveryRoutes } from './routes/index.ts';

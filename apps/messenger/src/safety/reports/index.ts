export { ReportWhenWanted } from './report-when-wanted.tsx';

export { Inspector } from '../inspector/inspector.tsx';

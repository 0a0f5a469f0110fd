export { claimFeatures, conditionFeatures, eventFeatures, type Features } from './features.ts';
export {
  type ConfidenceWeights,
  confidence,
  confidenceWeights,
  type LineWeights,
  probability,
} from './model.ts';
export { confidentLines } from './threshold.ts';

/** Charts stand apart from the other building blocks, so that only pages with a chart fetch what draws them. */
export { StackedChart, type StackedPart } from './stacked-chart';
export { type StackedRow } from './stacked-rows';
export { VotesChart } from './votes-chart';
export { type VotesOfDay } from './votes-lines';

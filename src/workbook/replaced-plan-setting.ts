/** The setting that remembers what stood in the cells of the plan before it was replaced. */
export const replacedPlanSetting = 'replacedPlan';

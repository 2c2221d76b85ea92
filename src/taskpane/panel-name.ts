/** Parts of the pane besides the plan, each with its own folder, state and texts, loaded when it is first opened. */
export type PanelName = 'scenarios' | 'whatIf' | 'network' | 'demand' | 'presets';

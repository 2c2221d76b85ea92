import { tableBookContent } from './table-book';

/** One product, two lines at the plant (the second dearer), shipped to a shop where it is wanted. */
export const cupNetwork = tableBookContent({
  SOP_Periods: [['Period'], ['W1'], ['W2'], ['W3']],
  SOP_Demand: [
    ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost'],
    ['Cup', 'Shop', '*', 100, 50],
  ],
  SOP_Sources: [
    ['Product', 'Location', 'Resource', 'Cost'],
    ['Cup', 'Plant', 'Line 1', 1],
    ['Cup', 'Plant', 'Line 2', 3],
  ],
  SOP_Resources: [
    ['Resource', 'Capacity'],
    ['Line 1', 80],
    ['Line 2', 200],
  ],
  SOP_Lanes: [
    ['Product', 'From', 'To', 'Cost'],
    ['Cup', 'Plant', 'Shop', 0.5],
  ],
  SOP_Stock: [
    ['Product', 'Location', 'HoldingCost'],
    ['Cup', 'Plant', 1],
    ['Cup', 'Shop', 2],
  ],
});

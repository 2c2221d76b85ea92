import type { BookContent } from '../../src/workbook/book-content';
import { demandSample } from './demand';
import { networkSample } from './network';
import { oneProductSample } from './one-product';
import { prebuildNetworkSample } from './prebuild-network';
import { prebuildQ4Sample } from './prebuild-q4';
import { threeSkusSample } from './three-skus';

/** Every sample workbook by file name. */
export const samples: Readonly<Record<string, () => BookContent>> = {
  'one-product.xlsx': oneProductSample,
  'three-skus-one-factory.xlsx': threeSkusSample,
  'prebuild-q4.xlsx': prebuildQ4Sample,
  'network.xlsx': networkSample,
  'prebuild-network.xlsx': () => prebuildNetworkSample(),
  'demand.xlsx': demandSample,
};

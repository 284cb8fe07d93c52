import { linkDataProvider } from '@org-portal/refine-data-provider';

export const dataProvider = linkDataProvider('/api');

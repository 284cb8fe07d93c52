import type { AccessReview, AccessReviewLine } from '@org-portal/contract';
import type { RecordListState } from '../../../list/use-record-list.ts';

export interface LinesProps {
  review: AccessReview;
  list: RecordListState<AccessReviewLine>;
}

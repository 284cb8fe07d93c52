import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../../problems/problem-words.ts';
import type { Reviewers } from './use-reviewers.ts';
import { filterOption } from '../../../ui/filter-option.ts';

interface ReviewersFieldProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  reviewers: Reviewers;
}

/** People of ops. A form field. */
export function ReviewersField({ reviewers, ...field }: ReviewersFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        {...field}
        mode="multiple"
        maxCount={20}
        showSearch={{ filterOption }}
        loading={reviewers.isLoading}
        options={reviewers.options}
        optionRender={({ data }) => (
          <span className="review-option">
            {data.label} {data.email && <span className="muted">{data.email}</span>}
          </span>
        )}
      />
      {reviewers.error && <span role="alert">{problemWords(reviewers.error, t).text}</span>}
    </>
  );
}

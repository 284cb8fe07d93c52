import { MAX_REVIEW_LINES, VISIBLE_PATTERN, type AccessReview } from '@org-portal/contract';
import { Alert, Button, Form, Input } from 'antd';
import type { HttpError } from '@refinedev/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../../../changes/use-change.ts';
import { useOnce } from '../../../changes/use-once.ts';
import { ACCESS_REVIEWS_PATH, accessReviewPath } from '../../../organization/access-review-path.ts';
import { useRolesQuery } from '../../../permissions/roles-query.ts';
import { useNotifications } from '../../../theme/notification-context.ts';
import { problemLine } from '../../../problems/problem-words.ts';
import { beginFaults, linesTooMany } from './begin-faults.ts';
import { inputOf, type BeginValues } from './begin-values.ts';
import { DueField } from './DueField.tsx';
import { OrganizationsField } from './OrganizationsField.tsx';
import { ReviewersField } from './ReviewersField.tsx';
import { RolesField } from './RolesField.tsx';
import { useReviewers } from './use-reviewers.ts';
import { useKeptForm } from '../../../kept-work/use-kept.ts';
import { serverNow } from '../../../clock/server-time.ts';

interface BeginFormProps {
  initial: BeginValues;
  /** Reviewers whose names are known already. */
  known: AccessReview['reviewers'];
  /** The name of the review that was too large, if one was. */
  narrowed: string | undefined;
}

export function BeginForm({ initial, known, narrowed }: BeginFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notifications = useNotifications();
  const [form] = Form.useForm<BeginValues>();
  const kept = useKeptForm(form, 'review.begin');
  const { change, isPending } = useChange<AccessReview>();
  const { result: roles } = useRolesQuery();
  const reviewers = useReviewers(known);
  const [now] = useState(serverNow);
  const [tooMany, setTooMany] = useState<number>();

  const begin = useOnce(async () => {
    const values = form.getFieldsValue(true) as BeginValues;
    try {
      const review = await change({
        method: 'post',
        path: 'access-reviews',
        values: inputOf(values, now),
        success: t('accessReviews.form.begun', { name: values.name.trim() }),
      });
      void navigate(accessReviewPath(review.id));
    } catch (error) {
      const nameOf = (id: string) =>
        roles.data.find((role) => role.id === id)?.name ?? reviewers.nameOf(id) ?? id;
      const lines = linesTooMany(error);
      setTooMany(lines);
      if (lines !== undefined) {
        form.focusField('organizationIds');
        return;
      }
      const faults = beginFaults(error as HttpError, values, nameOf, t);
      form.setFields(faults);
      const [first] = faults;
      if (first) form.focusField(first.name);
      else
        notifications.error({
          title: t('accessReviews.form.failed'),
          description: problemLine(error, t),
          role: 'alert',
          duration: 0,
        });
    }
  });

  return (
    <Form<BeginValues>
      className="review-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...initial, ...kept }}
      scrollToFirstError={{ focus: true }}
      onFinish={() => void begin()}
    >
      {narrowed === undefined ? (
        <p className="dialog-text">{t('accessReviews.form.follows')}</p>
      ) : (
        <Alert
          className="review-form-note"
          type="warning"
          showIcon
          title={t('accessReviews.form.narrow', { name: narrowed })}
        />
      )}
      {tooMany !== undefined && (
        <Alert
          className="review-form-note"
          type="error"
          showIcon
          role="alert"
          title={t('accessReviews.tooLarge')}
          description={t('accessReviews.tooLargeHint', { count: tooMany, most: MAX_REVIEW_LINES })}
          action={
            <Button size="small" onClick={() => form.focusField('organizationIds')}>
              {t('accessReviews.narrowIt')}
            </Button>
          }
        />
      )}
      <Form.Item
        name="name"
        label={t('accessReviews.form.name')}
        extra={t('accessReviews.form.nameHint')}
        rules={[
          {
            required: true,
            pattern: new RegExp(VISIBLE_PATTERN, 'u'),
            message: t('accessReviews.form.nameNeeded'),
          },
        ]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="organizationIds"
        label={t('accessReviews.form.organizations')}
        extra={t('accessReviews.form.organizationsHint')}
      >
        <OrganizationsField isFirst={narrowed !== undefined} />
      </Form.Item>
      <Form.Item
        name="roleIds"
        label={t('accessReviews.form.roles')}
        extra={t('accessReviews.form.rolesHint')}
      >
        <RolesField />
      </Form.Item>
      <Form.Item
        name="reviewerIds"
        label={t('accessReviews.form.reviewers')}
        extra={t('accessReviews.form.reviewersHint')}
        rules={[{ required: true, message: t('accessReviews.form.reviewersNeeded') }]}
      >
        <ReviewersField reviewers={reviewers} />
      </Form.Item>
      <DueField now={now} />
      <div className="review-form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('accessReviews.form.submit')}
        </Button>
        <Button onClick={() => void navigate(ACCESS_REVIEWS_PATH)}>{t('accessReviews.form.cancel')}</Button>
      </div>
    </Form>
  );
}

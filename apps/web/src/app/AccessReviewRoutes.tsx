import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { lazyPart } from '../i18n/lazy-part.ts';
import { PageLoading } from '../ui/PageLoading.tsx';
import { PageNotFound } from '../ui/PageNotFound.tsx';
import { Shell } from './shell/Shell.tsx';

const ReviewsPage = lazyPart(() => import('../features/access-reviews/ReviewsPage.tsx'));
const BeginPage = lazyPart(() => import('../features/access-reviews/begin/BeginPage.tsx'));
const ReviewPage = lazyPart(() => import('../features/access-reviews/review/ReviewPage.tsx'));
const ReviewPrintPage = lazyPart(() => import('../features/access-reviews/print/ReviewPrintPage.tsx'));

/** Below /access-reviews; on paper there is no navigation. */
export function AccessReviewRoutes() {
  return (
    <Suspense fallback={<PageLoading />}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<ReviewsPage />} />
          <Route path="begin" element={<BeginPage />} />
          <Route path=":reviewId" element={<ReviewPage />} />
        </Route>
        <Route path=":reviewId/print" element={<ReviewPrintPage />} />
        <Route path="*" element={<PageNotFound />} />
      </Routes>
    </Suspense>
  );
}

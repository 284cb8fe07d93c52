/** @param milliseconds since the epoch, as Logto gives times */
export const toDateTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

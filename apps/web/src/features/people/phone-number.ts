/** @param digits with the code of the country. @returns as it is dialled from anywhere */
export const phoneNumber = (digits: string | null | undefined): string | undefined =>
  digits ? `+${digits}` : undefined;

/** The result of a check as antd's forms take it: refused with what is wrong, if anything is. */
export async function refusedIf(fault: string | undefined): Promise<void> {
  if (fault !== undefined) throw new Error(fault);
}

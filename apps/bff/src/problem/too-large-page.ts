/** Makes a request so much longer that more of its cookies are in the part which the server sees last. */
const FILLER = '-'.repeat(12_000);

/**
 * A page without scripts and styles, in both languages, because nothing is known of the reader.
 * @param isDeleted whether cookies of unfinished sign-ins are deleted with it, so that the next request may fit
 * @returns HTML; where cookies were deleted it goes on to the portal by itself
 */
export function tooLargePage(isDeleted: boolean): string {
  return isDeleted
    ? page(
        'Too many unfinished sign-ins were stored in this browser. We are deleting them; the portal opens in a moment.',
        '此浏览器中保存了过多未完成的登录。我们正在清理，稍后将自动打开。',
        '<a href="/">Open the portal · 打开门户</a>',
        '<meta http-equiv="refresh" content="1;url=/">',
      )
    : page(
        'Your browser sent more than the portal accepts. Delete unfinished sign-ins. If that does not help, delete the cookies of this site.',
        '浏览器发送的内容超出了限制。请先清除未完成的登录；若仍无法打开，请清除本网站的 Cookie。',
        `<a href="/?${FILLER}">Delete unfinished sign-ins · 清除未完成的登录</a> · <a href="/">Open the portal · 打开门户</a>`,
      );
}

const page = (english: string, chinese: string, links: string, head = '') => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}
<title>Org Portal</title></head>
<body><p>${english}</p><p lang="zh-CN">${chinese}</p><p>${links}</p></body>
</html>
`;

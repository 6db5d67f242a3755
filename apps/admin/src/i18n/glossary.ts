/** What a word of the panel is called in Persian, everywhere; `not` lists what people would write otherwise. */
export interface Term {
  /** As it stands in an English string, in any case; its plural counts, too. */
  en: string;
  /** One of these stands in the Persian string. */
  fa: readonly string[];
  not: readonly string[];
}

const term = (en: string, fa: string | readonly string[], ...not: string[]): Term => ({
  en,
  fa: typeof fa === 'string' ? [fa] : fa,
  not,
});

export const glossary: readonly Term[] = [
  term('provider', 'ارائه‌دهنده', 'فراهم‌کننده', 'تأمین‌کننده', 'پروایدر', 'ارائه دهنده'),
  term('model', 'مدل', 'الگو'),
  term('API key', 'کلید', 'کلیدواژه'),
  term('shared key', 'کلید مشترک', 'کلید اشتراکی', 'کلید عمومی'),
  term('personal key', 'شخصی', 'خصوصی'),
  term('token', 'توکن', 'ژتون', 'نشانه'),
  term('capability', 'توانایی', 'قابلیت'),
  term('super admin', ['مدیر ارشد', 'مدیران ارشد'], 'ادمین', 'سرپرست'),
  term('admin', ['مدیر'], 'ادمین', 'سرپرست'),
  term('monthly limit', ['سقف'], 'محدودیت'),
  term('audit log', 'گزارش رخدادها', 'لاگ', 'گزارش حسابرسی'),
  term('usage', ['مصرف', 'استفاده'], 'یوزیج'),
  term('password', 'گذرواژه', 'رمز عبور', 'پسورد', 'کلمهٔ عبور'),
  term('email', 'ایمیل', 'رایانامه', 'پست الکترونیکی'),
  term('sign in', ['وارد', 'ورود'], 'لاگین'),
  term('sign out', ['خروج', 'خارج'], 'لاگ‌اوت'),
  term('server', 'سرور', 'کارساز', 'کارگزار'),
  term('database', 'پایگاه داده', 'دیتابیس', 'بانک اطلاعات'),
  term('cache', 'حافظهٔ نهان', 'کش '),
  term('slug', 'نامک', 'اسلاگ'),
  term('browser', 'مرورگر'),
  term('language', 'زبان'),
  term('calendar', 'تقویم', 'گاه‌شمار'),
  term('Jalali', 'هجری شمسی', 'جلالی'),
  term('Gregorian', 'میلادی', 'گریگوری'),
  term('digits', 'رقم', 'اعداد'),
  term('filter', ['فیلتر'], 'پالایه', 'صافی'),
  term('search', 'جست‌وجو', 'جستجو', 'سرچ'),
  term('table', 'جدول'),
  term('inactive', 'غیرفعال'),
  term('copied', 'رونوشت', 'کپی'),
  term('undo', ['بازگردان', 'برگرداندن', 'واگرد'], 'آندو'),
  term('delete', ['حذف'], 'پاک‌سازی', 'دیلیت'),
  term('shortcut', 'میان‌بر', 'شورت‌کات'),
  term('set-up', 'راه‌اندازی', 'نصب', 'ستاپ'),
  term('address', 'نشانی', 'آدرس'),
  term('connection', 'اتصال', 'کانکشن'),
  term('price', 'قیمت', 'بهای'),
  term('version', 'نسخه', 'ورژن'),
  term('reload', 'بارگیری', 'بارگذاری', 'ریلود'),
  term('session', 'نشست', 'جلسه'),
  term('colour scheme', ['حالت رنگ'], 'طرح رنگ'),
];

#include "shimtest.h"
#include <syslog.h>

extern void __syslog_chk(int, int, const char *, ...), __vsyslog_chk(int, int, const char *, va_list);

static void through(const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	VIA(__vsyslog_chk)(LOG_INFO, 1, format, ap);
	va_end(ap);
}

static void both(void)
{
	openlog("shimtest", LOG_PERROR | LOG_NDELAY, LOG_USER);
	VIA(__syslog_chk)(LOG_INFO, 1, "%s %Lu", "abc", 5ULL);
	through("%s", "def");
}

int main(void)
{
	IN_CHILD(both());
	return 0;
}

#include "shimtest.h"
#include <utmp.h>
#include <utmpx.h>

int main(void)
{
	struct utmp a, *r = &a;
	struct utmpx from = {.ut_pid = 77}, to = {0};
	utmpname("/nonexistent/utmp");
	VIA(getutmpx)((struct utmp *)&from, &to);
	printf("%d\n", (int)to.ut_pid);
	setutent();
	printf("%d ", VIA(getutent_r)(&a, &r));
	printf("%d\n", r == NULL);
	printf("%d\n", VIA(logout)("no-such-line"));
	return 0;
}

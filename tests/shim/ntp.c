#include "shimtest.h"
#include <sys/timex.h>

extern int __adjtimex(struct timex *);

int main(void)
{
	struct timex t = {0};
	struct ntptimeval v = {0}, old = {0};
	int state = VIA(ntp_adjtime)(&t);
	printf("%d %d\n", state >= 0, t.time.tv_sec > 1000);
	printf("%d\n", VIA(__adjtimex)(&t) == state);
	printf("%d\n", VIA(ntp_gettimex)(&v) == state);
	printf("%d %d %d\n", VIA(ntp_gettime)(&old) == state, v.time.tv_sec > 1000, old.time.tv_sec > 1000);
	return 0;
}

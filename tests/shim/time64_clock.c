#define _TIME_BITS 64
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/timex.h>
#include <time.h>

int main(void)
{
	struct timex t = {0};
	struct ntptimeval n;
	time_t now = time(0);
	int state = adjtimex(&t);
	printf("%d %d %d %ld\n", state == 5 || state >= 0, t.time.tv_sec - now < 100, t.tick >= 9000, (long)t.tolerance);
	memset(&n, 0x55, sizeof n);
	printf("%d ", ntp_gettime(&n) == state);
	printf("%d %d %d\n", n.time.tv_sec - now < 100, n.maxerror >= 0, n.maxerror - t.maxerror < 10000);
	memset(&n, 0x55, sizeof n);
	printf("%d ", ntp_gettimex(&n) == state);
	printf("%d %d %d\n", n.time.tv_sec - now < 100, n.tai == t.tai, n.esterror == t.esterror);
	return 0;
}

#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <errno.h>
int main(void)
{
	struct sched_param p = {0};
	printf("%d\n", sched_getscheduler(0));
	printf("%d %d\n", sched_getparam(0, &p), p.sched_priority);
	printf("%d\n", sched_setscheduler(0, SCHED_BATCH, &p));
	printf("%d\n", sched_getscheduler(0));
	printf("%d\n", sched_setparam(0, &p));
	p.sched_priority = 500;
	printf("%d", sched_setscheduler(0, SCHED_FIFO, &p));
	printf(" %d\n", errno == EINVAL);
}

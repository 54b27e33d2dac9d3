#include "shimtest.h"

extern int sched_getattr(int, void *, unsigned, unsigned), sched_setattr(int, void *, unsigned);

int main(void)
{
	struct { uint32_t size, policy; uint64_t flags; int32_t nice; uint32_t priority; uint64_t t[3]; uint32_t u[2]; } a = {0};
	int got = VIA(sched_getattr)(0, &a, sizeof a, 0);
	printf("%d %u\n", got, a.policy);
	errno = 0;
	printf("%d ", VIA(sched_setattr)(0, NULL, 0));
	printf("%d\n", errno);
	return 0;
}

#include "shimtest.h"
#include <sched.h>

int main(void)
{
	cpu_set_t *set = VIA(__sched_cpualloc)(2048);
	memset(set, 0, 256);
	CPU_SET_S(2047, 256, set);
	printf("%d\n", CPU_COUNT_S(256, set));
	VIA(__sched_cpufree)(set);
	return 0;
}

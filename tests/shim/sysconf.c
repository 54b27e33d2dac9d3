#include <stdio.h>
#include <unistd.h>
int main(void)
{
	static const int names[] = {_SC_ARG_MAX, _SC_CLK_TCK, _SC_OPEN_MAX, _SC_PAGESIZE, _SC_NPROCESSORS_ONLN, _SC_NPROCESSORS_CONF, _SC_PHYS_PAGES, _SC_GETPW_R_SIZE_MAX, _SC_GETGR_R_SIZE_MAX, _SC_NGROUPS_MAX, _SC_STREAM_MAX, _SC_RTSIG_MAX, _SC_HOST_NAME_MAX, _SC_SYMLOOP_MAX, _SC_THREAD_STACK_MIN, _SC_IOV_MAX, _SC_LOGIN_NAME_MAX, _SC_TTY_NAME_MAX, 249, 250, -1, 9999};
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		printf("%d %ld\n", names[i], sysconf(names[i]));
	for (int i = 185; i < 200; i++)
		if (i % 3 != 0 || i > 198) /* sizes of caches are as the processor tells: lines and ways */
			printf("%d %ld\n", i, i < 194 ? sysconf(i) : 0);
}

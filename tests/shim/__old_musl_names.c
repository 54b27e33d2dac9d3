#include "shimtest.h"
#include <sched.h>
#include <sys/statfs.h>
#include <time.h>

extern struct tm *__gmtime_r(const time_t *, struct tm *);
extern int __statfs(const char *, struct statfs *);
extern pid_t __wait(int *), __vfork(void);
extern int __clone(int (*)(void *), void *, int, void *, ...);

static int child(void *arg)
{
	return *(int *)arg;
}

int main(void)
{
	static char stack[65536] __attribute__((aligned(16)));
	struct tm tm;
	struct statfs s;
	time_t t = 86400;
	int status = 0, code = 7;
	printf("%d\n", VIA(__gmtime_r)(&t, &tm)->tm_mday);
	printf("%d\n", VIA(__statfs)("/", &s));
	pid_t pid = VIA(__vfork)();
	if (!pid) _exit(3);
	printf("%d ", VIA(__wait)(&status) == pid);
	printf("%d\n", WEXITSTATUS(status));
	pid = VIA(__clone)(child, stack + sizeof stack, SIGCHLD, &code);
	printf("%d ", VIA(__wait)(&status) == pid);
	printf("%d\n", WEXITSTATUS(status));
	return 0;
}

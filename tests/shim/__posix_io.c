#include "shimtest.h"
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

extern ssize_t __read(int, void *, size_t), __write(int, const void *, size_t), __send(int, const void *, size_t, int);
extern int __open(const char *, int, ...), __open64(const char *, int, ...), __close(int), __pipe(int *), __dup2(int, int);
extern off_t __lseek(int, off_t, int);
extern ssize_t __pread64(int, void *, size_t, off_t), __pwrite64(int, const void *, size_t, off_t);
extern int __connect(int, const struct sockaddr *, socklen_t), __poll(struct pollfd *, nfds_t, int);
extern int __select(int, fd_set *, fd_set *, fd_set *, struct timeval *), __nanosleep(const struct timespec *, struct timespec *);
extern pid_t __fork(void), __waitpid(pid_t, int *, int), __getpid(void), __getpgid(pid_t), __bsd_getpgrp(pid_t);
extern int __getpagesize(void), __sched_yield(void), __sched_getparam(pid_t, struct sched_param *), __sched_getscheduler(pid_t);
extern int __sched_setscheduler(pid_t, int, const struct sched_param *), __setpgid(pid_t, pid_t);
extern int __sched_get_priority_max(int), __sched_get_priority_min(int), __gettimeofday(struct timeval *, void *);
extern long __sysconf(int);
__asm__(".symver old_secure_getenv, __secure_getenv@GLIBC_2.2.5");
extern char *old_secure_getenv(const char *);

int main(void)
{
	char b[8] = "";
	int p[2], s[2], status;
	struct timespec t = {0, 1};
	struct timeval now = {0, 0}, zero = {0, 0};
	fd_set set;
	struct sched_param param = {0};
	if (VIA(__pipe)(p) || socketpair(AF_UNIX, SOCK_STREAM, 0, s)) return 1;
	printf("%zd ", VIA(__write)(p[1], "hey", 3));
	printf("%zd ", VIA(__read)(p[0], b, 7));
	puts(b);
	printf("%zd\n", VIA(__send)(s[0], "xy", 2, 0));
	struct pollfd f = {s[1], POLLIN, 0};
	FD_ZERO(&set);
	FD_SET(s[1], &set);
	printf("%d %d\n", VIA(__poll)(&f, 1, 0), VIA(__select)(s[1] + 1, &set, NULL, NULL, &zero));
	int fd = VIA(__open)("/proc/self/exe", O_RDONLY), dir = VIA(__open64)("/", O_RDONLY | O_DIRECTORY);
	printf("%d %d %d\n", fd > 0, dir > 0, (int)VIA(__lseek)(fd, 1, SEEK_SET));
	printf("%zd ", VIA(__pread64)(fd, b, 4, 0));
	printf("%.3s\n", b + 1);
	errno = 0;
	printf("%zd ", VIA(__pwrite64)(-1, b, 1, 0));
	printf("%d %d\n", errno, VIA(__dup2)(fd, 77));
	printf("%d %d\n", VIA(__connect)(-1, NULL, 0), VIA(__close)(77));
	pid_t pid = VIA(__fork)();
	if (!pid) _exit(VIA(__getpid)() == getpid() ? 5 : 6);
	printf("%d ", VIA(__waitpid)(pid, &status, 0) == pid);
	printf("%d\n", WEXITSTATUS(status));
	printf("%d %d %d\n", VIA(__nanosleep)(&t, NULL), VIA(__gettimeofday)(&now, NULL), now.tv_sec > 1000);
	printf("%d %d\n", VIA(__getpgid)(0) == getpgrp(), VIA(__setpgid)(-5, 0));
	printf("%d %ld %d\n", VIA(__getpagesize)(), VIA(__sysconf)(_SC_PAGESIZE), VIA(__sched_yield)());
	printf("%d %d %d\n", VIA(__sched_getparam)(0, &param), VIA(__sched_getscheduler)(0), VIA(__sched_setscheduler)(0, SCHED_OTHER, &param));
	printf("%d %d\n", VIA(__sched_get_priority_max)(SCHED_FIFO), VIA(__sched_get_priority_min)(SCHED_FIFO));
	printf("%s\n", VIA(old_secure_getenv)("TZ"));
	return 0;
}
